/** Packages of Alpine Linux, installed by apk. */
import description from '../../../generated/native/alpine.json' with { type: 'json' };
import { exactKeys, noFileMetadata, usualTags, type Ecosystem } from '../../registry/ecosystem.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { NOARCH } from './architecture.ts';
import { apkDocuments } from './documents.ts';
import { entryRefusal } from './index-entry.ts';
import { instructions } from './instructions.ts';
import { operations } from './operations.ts';
import { apkSigning } from './signing.ts';
import { compareApkVersions } from './version.ts';

const ecosystem: Ecosystem<'alpine'> = {
  id: 'alpine',
  edition: 1,
  extraDigests: [],
  parts: 'listed',
  fileMetadata: noFileMetadata,
  attestations: 'accepted',
  projectStatus: 'none',
  reader: new URL('read.ts', import.meta.url),
  names: { ...exactKeys, compare: compareApkVersions },
  commonVariant: NOARCH,
  defaultTag: null,
  tags: usualTags,
  documents: apkDocuments,
  signing: apkSigning,
  entryRules: { refusal: entryRefusal },
};

export const alpine = {
  ecosystems: [ecosystem],
  service: { description, operations },
  instructions,
} satisfies EcosystemModule;

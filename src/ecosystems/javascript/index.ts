/** JavaScript packages, published and installed by npm, pnpm, Yarn and Bun. */
import description from '../../../generated/native/javascript.json' with { type: 'json' };
import { anyEntry, noFileMetadata, type Ecosystem } from '../../registry/ecosystem.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { demo } from './demo.ts';
import { LATEST } from './dist-tags.ts';
import { npmDocuments } from './documents.ts';
import { npmFailure } from './failures.ts';
import { instructions } from './instructions.ts';
import { operations } from './operations/index.ts';
import { npmSigning } from './signing.ts';
import { npmTags } from './tag-rules.ts';
import { compareNpmVersions, versionKey } from './version.ts';

const ecosystem: Ecosystem<'javascript'> = {
  id: 'javascript',
  edition: 2,
  // `dist.shasum`, which old clients compare.
  extraDigests: ['sha1'],
  attestations: 'refused',
  projectStatus: 'none',
  reader: new URL('read.ts', import.meta.url),
  names: { nameKey: (name) => name, versionKey, compare: compareNpmVersions },
  commonVariant: null,
  defaultTag: LATEST,
  tags: npmTags,
  parts: 'listed',
  fileMetadata: noFileMetadata,
  documents: npmDocuments,
  signing: npmSigning,
  entryRules: anyEntry,
};

export const javascript = {
  ecosystems: [ecosystem],
  service: { description, operations, failure: npmFailure },
  instructions,
  demo,
} satisfies EcosystemModule;

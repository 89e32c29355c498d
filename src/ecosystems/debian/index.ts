/** Debian and Ubuntu packages, installed by apt. */
import description from '../../../generated/native/debian.json' with { type: 'json' };
import { exactKeys, noFileMetadata, usualTags, type Ecosystem } from '../../registry/ecosystem.ts';
import { openpgpSigning } from '../../registry/openpgp-signing.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { demo } from './demo.ts';
import { aptDocuments } from './documents.ts';
import { instructions } from './instructions.ts';
import { operations } from './operations.ts';
import { entryRefusal } from './packages-entry.ts';
import { SOURCE_PART, sourceEntryRefusal } from './sources/entries.ts';
import { compareDebianVersions } from './version.ts';

const ecosystem: Ecosystem<'debian'> = {
  id: 'debian',
  // 2: the paths of files, and udebs.
  edition: 2,
  // All supported versions of apt read SHA-256.
  extraDigests: [],
  parts: 'listed',
  fileMetadata: noFileMetadata,
  attestations: 'accepted',
  projectStatus: 'none',
  reader: new URL('read.ts', import.meta.url),
  names: { ...exactKeys, compare: compareDebianVersions },
  commonVariant: null,
  defaultTag: null,
  tags: usualTags,
  documents: aptDocuments,
  signing: openpgpSigning,
  entryRules: {
    refusal: (entry, part) => (part === SOURCE_PART ? sourceEntryRefusal(entry) : entryRefusal(entry, part)),
  },
};

export const debian = {
  ecosystems: [ecosystem],
  service: { description, operations },
  instructions,
  demo,
} satisfies EcosystemModule;

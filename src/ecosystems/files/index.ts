/** Files of any kind, identified by their names. */
import description from '../../../generated/native/files.json' with { type: 'json' };
import { noDocuments, unsigned } from '../../registry/documents.ts';
import { anyEntry, exactKeys, noFileMetadata, usualTags, type Ecosystem } from '../../registry/ecosystem.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { instructions } from './instructions.ts';
import { demo } from './demo.ts';
import { operations } from './operations.ts';
import { compareFileVersions } from './version.ts';

const ecosystem: Ecosystem<'files'> = {
  id: 'files',
  edition: 1,
  extraDigests: [],
  parts: 'listed',
  fileMetadata: noFileMetadata,
  attestations: 'accepted',
  projectStatus: 'none',
  reader: new URL('read.ts', import.meta.url),
  names: { ...exactKeys, compare: compareFileVersions },
  commonVariant: null,
  defaultTag: null,
  tags: usualTags,
  documents: noDocuments,
  signing: unsigned,
  entryRules: anyEntry,
};

export const files = {
  ecosystems: [ecosystem],
  service: { description, operations },
  instructions,
  demo,
} satisfies EcosystemModule;

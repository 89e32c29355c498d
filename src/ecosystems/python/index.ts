/** Python's wheels and source distributions, installed by pip. */
import description from '../../../generated/native/python.json' with { type: 'json' };
import { unsigned } from '../../registry/documents.ts';
import { noFileMetadata, usualTags, type Ecosystem } from '../../registry/ecosystem.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { demo } from './demo.ts';
import { pythonDocuments } from './documents.ts';
import { instructions } from './instructions.ts';
import { operations } from './operations.ts';
import { normalizeName } from './project-name.ts';
import { entryRefusal } from './simple-entry.ts';
import { comparePythonVersions } from './version-order.ts';
import { keyOfVersion } from './version.ts';

const ecosystem: Ecosystem<'python'> = {
  id: 'python',
  edition: 2,
  // All versions of pip in use read SHA-256.
  extraDigests: [],
  reader: new URL('read.ts', import.meta.url),
  names: { nameKey: normalizeName, versionKey: keyOfVersion, compare: comparePythonVersions },
  commonVariant: null,
  defaultTag: null,
  tags: usualTags,
  documents: pythonDocuments,
  signing: unsigned,
  parts: 'listed',
  fileMetadata: noFileMetadata,
  attestations: 'accepted',
  projectStatus: 'shown',
  entryRules: { refusal: entryRefusal },
};

export const python = {
  ecosystems: [ecosystem],
  service: { description, operations },
  instructions,
  demo,
} satisfies EcosystemModule;

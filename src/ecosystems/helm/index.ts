/** Charts, published and installed by helm. */
import description from '../../../generated/native/helm.json' with { type: 'json' };
import { unsigned } from '../../registry/documents.ts';
import { anyEntry, exactKeys, noFileMetadata, usualTags, type Ecosystem } from '../../registry/ecosystem.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { demo } from './demo.ts';
import { chartDocuments } from './documents.ts';
import { chartFailure } from './failures.ts';
import { instructions } from './instructions.ts';
import { operations } from './operations/index.ts';
import { compareChartVersions } from './version.ts';

const ecosystem: Ecosystem<'helm'> = {
  id: 'helm',
  edition: 2,
  extraDigests: [],
  parts: 'listed',
  fileMetadata: noFileMetadata,
  attestations: 'accepted',
  projectStatus: 'none',
  reader: new URL('read.ts', import.meta.url),
  names: { ...exactKeys, compare: compareChartVersions },
  commonVariant: null,
  defaultTag: null,
  tags: usualTags,
  documents: chartDocuments,
  signing: unsigned,
  entryRules: anyEntry,
};

export const helm = {
  ecosystems: [ecosystem],
  service: { description, operations, failure: chartFailure },
  instructions,
  demo,
} satisfies EcosystemModule;

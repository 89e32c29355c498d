/** Images, charts and other artifacts, for clients of the distribution specification of OCI. */
import description from '../../../generated/native/oci.json' with { type: 'json' };
import { noDocuments, unsigned } from '../../registry/documents.ts';
import { anyEntry, exactKeys, usualTags, type Ecosystem } from '../../registry/ecosystem.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { ociFailure } from './failures.ts';
import { fileMetadata } from './file-metadata.ts';
import { instructions } from './instructions.ts';
import { headChecks, operations } from './operations/index.ts';

const images: Ecosystem<'oci'> = {
  id: 'oci',
  edition: 1,
  extraDigests: [],
  parts: 'unlisted',
  fileMetadata,
  attestations: 'refused',
  projectStatus: 'none',
  reader: new URL('read.ts', import.meta.url),
  // Digests have no order, so the last published one is the latest.
  names: { ...exactKeys, compare: () => 0 },
  commonVariant: null,
  defaultTag: null,
  tags: usualTags,
  documents: noDocuments,
  signing: unsigned,
  entryRules: anyEntry,
};

const charts: Ecosystem<'helm_oci'> = { ...images, id: 'helm_oci', reader: new URL('read-chart.ts', import.meta.url) };

export const oci = {
  ecosystems: [images, charts],
  service: {
    description,
    operations,
    headChecks,
    failure: ociFailure,
    headers: { 'Docker-Distribution-Api-Version': 'registry/2.0' },
  },
  instructions,
} satisfies EcosystemModule;

/** Like gems: 20,000 names, a document for each, and an overview that only grows. */
import { problemReply } from '../../../../src/contract/replies/problems.ts';
import type { EcosystemModule } from '../../../../src/serving/ecosystem-module.ts';
import { plainEcosystem } from '../plain-ecosystem.ts';
import { throwawayId } from '../throwaway-id.ts';
import { description } from './description.ts';
import { documents } from './documents.ts';
import { operations } from './operations.ts';

export const overview: EcosystemModule = {
  ecosystems: [
    {
      ...plainEcosystem,
      id: throwawayId('overview'),
      reader: new URL('read.ts', import.meta.url),
      documents,
    },
  ],
  service: { description, operations, failure: problemReply },
  instructions: {
    download: ({ url }, { name }) => `${url}/overview/gems/${encodeURIComponent(name)}`,
    setUp: () => [],
    install: ({ url }, { files }) => files.map((name) => `curl -fsSO ${url}/overview/gems/${name}`),
  },
};

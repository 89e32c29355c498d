/** Like gems: 20,000 names, a document for each, and an overview that only grows. */
import { problemReply } from '../../../../src/contract/replies/problems.ts';
import type { EcosystemModule } from '../../../../src/serving/ecosystem-module.ts';
import type { NativeRegistry } from '../../../../src/serving/instructions.ts';
import { plainEcosystem } from '../plain-ecosystem.ts';
import { throwawayId } from '../throwaway-id.ts';
import description from './generated/overview.json' with { type: 'json' };
import { documents } from './documents.ts';
import { operations } from './operations.ts';
import { gemUrls } from './urls.ts';

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
    download: (home, { name }) => urlOf(home, name),
    acceptsForms: true,
    clients: (home) => [
      {
        client: 'curl',
        setUp: [],
        publish: [],
        install: ({ files }) => files.map((name) => `curl -fsSO ${urlOf(home, name)}`),
      },
    ],
  },
};

function urlOf(home: NativeRegistry, file: string): string {
  return gemUrls(home.publicUrl).of('getGem', { ...home, file });
}

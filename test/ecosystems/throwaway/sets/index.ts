/** Like Maven: a version arrives in four files, in any order, by their paths. */
import { problemReply } from '../../../../src/contract/replies/problems.ts';
import type { EcosystemModule } from '../../../../src/serving/ecosystem-module.ts';
import { plainEcosystem } from '../plain-ecosystem.ts';
import { throwawayId } from '../throwaway-id.ts';
import description from './generated/sets.json' with { type: 'json' };
import { documents } from './documents.ts';
import { instructions } from './instructions.ts';
import { operations } from './operations.ts';

export const sets: EcosystemModule = {
  ecosystems: [
    {
      ...plainEcosystem,
      id: throwawayId('sets'),
      reader: new URL('read.ts', import.meta.url),
      documents,
    },
  ],
  service: { description, operations, failure: problemReply },
  instructions,
};

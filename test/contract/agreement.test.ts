/**
 * Our compiled validators may accept a request, only express-openapi-validator rejects one. So it must accept
 * everything that ours accept: for every operation of every description, including new ones.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createQuickChecks, type RawParameters } from '../../src/contract/validation/quick-check.ts';
import { createFullCheck } from '../../src/contract/validation/full-check.ts';
import { valuesOf } from '../fuzz/schema-values.ts';
import { byteDescriptions } from './bytes-descriptions.ts';
import { everyOperation, operationsOf } from './descriptions.ts';
import { orchard } from './orchard.ts';
import { parametersOf } from './request-arbitraries.ts';

const numRuns = 250;

describe.each([...everyOperation, ...[orchard, ...byteDescriptions].flatMap(operationsOf)])(
  '$id',
  ({ operation, document }) => {
    const quickCheck = createQuickChecks(document)(operation);
    const fullCheck = createFullCheck(document, operation);
    const requests = parametersOf(document, operation);

    test('parameters that our validator accepts are rejected by no other', async () => {
      const seen = { accepted: 0, refused: 0, disputed: 0 };
      await fc.assert(
        fc.asyncProperty(requests, async (raw) => {
          const accepted = quickCheck.parameters(raw) !== undefined;
          const rejection = await fullCheck.parameters(raw);
          if (accepted) expect(rejection).toBeUndefined();
          seen[accepted ? 'accepted' : rejection ? 'refused' : 'disputed'] += 1;
        }),
        { numRuns },
      );
      // A property over requests of one kind only would prove nothing. Disputes cost time only; they are to be rare.
      expect(seen.accepted).toBeGreaterThan(numRuns / 50);
      expect(seen.disputed).toBeLessThan(numRuns / 10);
    });

    for (const [mediaType, media] of operation.body?.media ?? []) {
      test(`${mediaType} bodies that our validator accepts are rejected by no other`, async () => {
        const seen = { accepted: 0, refused: 0 };
        const asked: RawParameters = {
          ...fitting(requests, quickCheck.parameters),
          headers: { 'content-type': mediaType },
        };
        await fc.assert(
          fc.asyncProperty(valuesOf(document, media.schema, 'some'), async (body) => {
            const accepted = quickCheck.body(mediaType, structuredClone(body));
            const rejection = await fullCheck.body(asked, structuredClone(body));
            if (accepted) expect(rejection).toBeUndefined();
            seen[accepted ? 'accepted' : 'refused'] += 1;
          }),
          { numRuns: 2 * numRuns },
        );
        expect(seen.accepted).toBeGreaterThan(numRuns / 50);
        expect(seen.refused).toBeGreaterThan(numRuns / 50);
      });
    }
  },
);

/** A request whose parameters are fine, so that only the body can be to blame. */
function fitting(requests: fc.Arbitrary<RawParameters>, accepts: (raw: RawParameters) => unknown): RawParameters {
  const [found] = fc.sample(
    requests.filter((raw) => accepts(raw) !== undefined),
    1,
  );
  if (!found) throw new Error('no request fits');
  return found;
}

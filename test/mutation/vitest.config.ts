/**
 * The tests that run on mutants of the contract (`npm run contract:mutants`) and of the code (`npm run test:mutation`),
 * with the most effective ones first. Excluded are tests that detect any change of the contract and so prove nothing,
 * which compare `generated/` with `openapi/`, and tests that take long.
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders and files, as they begin. */
const order = [
  'contract/',
  'api/described',
  'api/',
  'bad-input/parameters',
  'bad-input/json-bodies',
  'native/',
  'mock/like-the-examples',
  'faults/every-operation',
  'web/',
  'registry/',
];

/** Vitest wants a class. */
class InThatOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      order.findIndex((part) => moduleId.includes(`/test/${part}`));
    return Promise.resolve(files.toSorted((one, other) => rank(one) - rank(other)));
  }
}

export default defineConfig({
  cacheDir: '.vitest',
  test: {
    include: order.map((part) => `test/${part}${part.endsWith('/') ? '**/' : ''}*.test.ts`),
    exclude: [
      '**/*.ci.test.ts',
      '**/*.more.test.ts',
      'test/contract/{agreement,complete-sources,generated,mutants,operation-types,request-limits,compiled-lazily}.test.ts',
      'test/native/blobs-after-deletion.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
    isolate: false,
    sequence: { sequencer: InThatOrder },
  },
});

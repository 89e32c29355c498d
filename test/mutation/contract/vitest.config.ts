/**
 * The tests that mutants of the contract meet, those that notice most first. Left out is what would notice any change,
 * and so would say nothing: the comparison of `generated/` with `openapi/`, and of the contract with its last release.
 */
import { defineConfig } from 'vitest/config';
import { filesInOrder } from '../files-in-order.ts';

/** Folders and files, as they begin. What takes long and concerns storage or clients is not among them. */
const order = [
  'contract/',
  'operations/described',
  'operations/',
  'bad-input/parameters',
  'bad-input/json-bodies',
  'native/',
  'mock/like-the-examples',
  'faults/every-operation',
  'pages/',
  'registry/oidc-policy',
  'registry/slug',
];

// Vitest takes its configuration as the default export of its module.
// oxlint-disable-next-line import/no-default-export
export default defineConfig({
  cacheDir: '.vitest',
  test: {
    include: order.map((part) => `test/${part}**/*.test.ts`),
    exclude: [
      '**/*.ci.test.ts',
      '**/*.more.test.ts',
      'test/contract/{generated,agreement,mutants,operation-types}.test.ts',
      'test/native/blobs-after-deletion.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
    isolate: false,
    sequence: { sequencer: filesInOrder(order) },
  },
});

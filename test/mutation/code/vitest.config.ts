/**
 * The tests that mutants of the code meet: those of the contract's glue, the operations and the domain. What takes long
 * by nature is left out, for each mutant that survives runs all tests that reach it.
 */
import { defineConfig } from 'vitest/config';
import { filesInOrder } from '../files-in-order.ts';

const order = ['contract/answers', 'operations/described', 'registry/slug', 'registry/oidc-policy', 'operations/'];

// Vitest takes its configuration as the default export of its module.
// oxlint-disable-next-line import/no-default-export
export default defineConfig({
  cacheDir: '.vitest',
  test: {
    include: [
      'test/{contract,operations,registry,native,pages,bad-input,walkthroughs}/**/*.test.ts',
      'test/client/{operations,pages,publish,publish-form,retries}.test.ts',
    ],
    exclude: [
      'test/contract/{generated,mutants,operation-types,request-limits,compiled-lazily}.test.ts',
      'test/bad-input/{slow-clients,broken-http,refused-while-sending}.test.ts',
      'test/**/*.ci.test.ts',
      'test/**/*.more.test.ts',
    ],
    testTimeout: 10_000,
    hookTimeout: 20_000,
    isolate: false,
    sequence: { sequencer: filesInOrder(order) },
  },
});

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
      'test/{contract,operations,registry}/**/*.test.ts',
      'test/native/{access,debian-index,debian-pool,files-download,python-files,python-pages}.test.ts',
      'test/bad-input/{parameters,json-bodies,malformed-forms,methods,targets,upload-media-type}.test.ts',
    ],
    exclude: ['test/contract/{generated,agreement,mutants,operation-types,request-limits}.test.ts'],
    testTimeout: 10_000,
    hookTimeout: 20_000,
    isolate: false,
    sequence: { sequencer: filesInOrder(order) },
  },
});

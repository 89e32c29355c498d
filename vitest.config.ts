import { defineConfig } from 'vitest/config';

/**
 * Tests that take long by nature: servers and commands in processes of their own, slow clients, a browser, the stories.
 * They run in CI.
 */
const long = 'test/**/*.ci.test.ts';
/** Tests that take a minute and more by nature: `npm run test:more`. */
const more = 'test/**/*.more.test.ts';
const all = process.env['LARDER_TEST'] === 'all';
/** Of packages that are installed for the tests. */
const foreign = '**/node_modules/**';

export default defineConfig({
  test: {
    // Real servers, databases and clients: none of them is slow, but the machine may be.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // As long as `test/fixtures/eventually.ts` waits.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    // Loading the server anew for each file would take half as long as all tests; files leave nothing behind.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'sqlite', include: ['test/**/*.test.ts'], exclude: [long, more, foreign] } },
      {
        extends: true,
        test: {
          name: 'postgres',
          // The queries in `npm test`; in CI, also what is built on them.
          include: all
            ? ['test/{api,registry,native,storage/catalog}/**/*.test.ts', 'test/ecosystems/{*,throwaway/*/*}.test.ts']
            : ['test/storage/catalog/**/*.test.ts'],
          exclude: [more, foreign, ...(all ? [] : [long])],
          globalSetup: ['test/fixtures/provide-postgres.ts'],
        },
      },
      { extends: true, test: { name: 'more', include: [more], exclude: [foreign] } },
      { extends: true, test: { name: 'ci', include: [long], exclude: [foreign] } },
    ],
  },
});

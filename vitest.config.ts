import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Real servers, databases and clients: none of them is slow, but the machine may be.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'sqlite', include: ['test/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['test/{operations,registry,native}/**/*.test.ts'],
          globalSetup: ['test/fixtures/provide-postgres.ts'],
        },
      },
    ],
  },
});

/**
 * Answers that only faults can cause, from every operation that describes them: the database and the disk fail, or are
 * full, or the server has a defect. Afterwards each is answered as if nothing had been.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyOperation } from '../contract/descriptions.ts';
import type { ProblemCode } from '../../src/registry/errors.ts';
import { injectFault } from '../faults/answer-faults.ts';
import { refusalOf } from '../fixtures/answers.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { seed, seedOnce } from './seeded-server.ts';
import { soundRequest } from './sound-request.ts';

let server: TestServer;

beforeAll(async () => {
  // On SQLite, whose statements can be made to fail.
  server = await startTestServer({ LARDER_DATABASE_URL: '' });
});
afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

const problems: Readonly<Record<number, ProblemCode>> = {
  500: 'internal',
  503: 'unavailable',
  507: 'insufficient-storage',
};

describe.each(everyOperation)('$id', ({ operation, document }) => {
  test.each([...operation.answers.keys()].filter((status) => status >= 500))('answers %i', async (status) => {
    const problem = problems[status];
    // What only reads can be asked for again and again.
    const things = operation.method === 'GET' ? seedOnce : seed;
    const { ask } = await soundRequest(server, operation, await things(server, document));
    const mend = injectFault(problem, server.dataDir);
    if (!mend) throw new Error(`Nothing is known that causes ${status}.`);
    const refused = await ask();
    mend();
    expect(await refusalOf(refused)).toEqual({ status, type: problem });
    const later = await ask();
    await later.arrayBuffer();
    // Refused only where it was made before, and cannot be made twice.
    expect(later.status).toBeLessThan(500);
  });
});

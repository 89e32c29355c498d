/**
 * Answers that only faults can cause, from every operation that describes them: the database and the disk fail, or are
 * full, or the server has a defect. Afterwards each is answered as if nothing had been.
 */
import { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { everyOperation } from '../contract/descriptions.ts';
import { needsRoom, useFailingSteps, type ArmedFault } from '../faults/failing-steps.ts';
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

const faults: Readonly<Record<number, { readonly type: string; readonly inject: () => () => void }>> = {
  500: { type: 'internal', inject: failToAnswer },
  503: { type: 'unavailable', inject: () => failStorage({ step: () => true, fault: 'failed' }) },
  507: { type: 'insufficient-storage', inject: () => failStorage({ step: needsRoom, fault: 'full' }) },
};

describe.each(everyOperation)('$id', ({ operation, document }) => {
  test.each([...operation.answers.keys()].filter((status) => status >= 500))('answers %i', async (status) => {
    const fault = faults[status];
    if (!fault) throw new Error(`Nothing is known that causes ${status}.`);
    // What only reads can be asked for again and again.
    const things = operation.method === 'GET' ? seedOnce : seed;
    const { ask } = await soundRequest(server, operation, await things(server, document));
    const mend = fault.inject();
    const refused = await ask();
    mend();
    expect(await refusalOf(refused)).toEqual({ status, type: fault.type });
    const later = await ask();
    await later.arrayBuffer();
    // Refused only where it was made before, and cannot be made twice.
    expect(later.status).toBeLessThan(500);
  });
});

function failStorage(fault: ArmedFault): () => void {
  const failing = useFailingSteps(server.dataDir);
  void failing.arm(fault);
  return () => void failing.disarm();
}

/** As when the head of an answer cannot be written: once, so that this can be told. */
function failToAnswer(): () => void {
  const { writeHead } = ServerResponse.prototype;
  const mend = (): void => void (ServerResponse.prototype.writeHead = writeHead);
  ServerResponse.prototype.writeHead = () => {
    mend();
    throw new Error('made up');
  };
  onTestFinished(mend);
  return mend;
}

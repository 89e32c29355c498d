/** Nothing of a body stays with the server when it has been read, or when its client has gone. */
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { expectProblem } from './problem.ts';
import { head, openConnection, type RawConnection } from './raw-connection.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

test('bodies leave no timer behind', async () => {
  const ask = async (): Promise<void> => {
    const reply = await createRegistry(server, 'x'.repeat(300), 'files');
    await reply.arrayBuffer();
    expect(reply.status).toBe(400);
  };
  await ask();
  const before = timers();
  for (let n = 0; n < 50; n += 1) await ask();
  await setImmediate();
  expect(timers()).toBeLessThan(before + 25);
});

describe('A rejected upload that is hung up', () => {
  test.each<[string, (connection: RawConnection) => void]>([
    ['in an orderly way', (connection) => connection.end()],
    ['by a reset', (connection) => connection.reset()],
  ])('%s leaves no timer behind', async (_, leave) => {
    const before = timers();
    for (let round = 0; round < 100; round += 1) {
      using connection = await openConnection(server.url);
      connection.send(`${head(`POST ${server.in('plain', 'packages')}`, { 'Content-Length': '100' })}abc`);
      expectProblem(await connection.reply(), 401, 'unauthenticated');
      leave(connection);
      await connection.closed();
    }
    await expect.poll(timers).toBeLessThan(before + 20);
  });
});

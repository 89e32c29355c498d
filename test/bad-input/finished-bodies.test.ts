/** Of a body that has been read nothing stays with the server. */
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createRegistry, startTestServer } from '../fixtures/server.ts';

test('bodies leave no timer behind', async () => {
  await using server = await startTestServer();
  const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const ask = async (): Promise<void> => {
    const answer = await createRegistry(server, 'x'.repeat(300), 'files');
    await answer.arrayBuffer();
    expect(answer.status).toBe(400);
  };
  await ask();
  const before = timers();
  for (let n = 0; n < 50; n += 1) await ask();
  await setImmediate();
  expect(timers()).toBeLessThan(before + 25);
});

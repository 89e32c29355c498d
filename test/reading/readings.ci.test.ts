/** Readers that do not return, more and more often: nothing is left behind, and the server goes on. */
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { detailOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { storm } from './storm.ts';
import { strangeModules } from './strange-ecosystems.ts';

test(
  '20 rounds of files whose readers do not return leave no thread and no open file',
  { timeout: 300_000 },
  async () => {
    const environment = { LARDER_INSPECT_TIMEOUT_MS: '2000' };
    await using server = await startTestServer(environment, undefined, strangeModules);
    await createRegistry(server, 'shelf', 'files');
    const left: { readonly threads: number; readonly files: number }[] = [];
    for (let round = 0; round < 20; round++) {
      const { statuses, slowest } = await storm(server, 'shelf', round);
      expect(statuses.filter((status) => status !== 422 && status !== 503)).toEqual([]);
      expect(slowest).toBeLessThan(2000);
      left.push({ threads: await count('/proc/self/task'), files: await count('/proc/self/fd') });
    }
    // Idle threads are kept, as many as work together; sockets to the server as many as the clients need.
    const [first] = left;
    const last = left.at(-1);
    expect(last?.threads).toBeLessThan((first?.threads ?? 0) + 10);
    expect(last?.files).toBeLessThan((first?.files ?? 0) + 20);
  },
);

test('rejects a file whose reader fills its heap with 422', async () => {
  await using server = await startTestServer({}, undefined, strangeModules);
  await createRegistry(server, 'shelf', 'files');
  const response = await publish(server, 'shelf', 'allocate-1.0.0.txt', 'x');
  expect(response.status).toBe(422);
  expect(await response.text()).toMatch(/could not be read/);
});

test('rejects files with 503 while too many wait for a thread', async () => {
  const environment = { LARDER_INSPECT_TIMEOUT_MS: '1000' };
  await using server = await startTestServer(environment, undefined, strangeModules);
  await createRegistry(server, 'shelf', 'files');
  const files = Array.from({ length: 320 }, (_, at) => publish(server, 'shelf', `wait-1.${at}.0.txt`, 'x'));
  const responses = await Promise.all(files);
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([422, 503]));
  const busy = responses.filter(({ status }) => status === 503);
  for (const response of busy) expect(await detailOf(response, 503)).toContain('busy reading other files');
  expect((await publish(server, 'shelf', 'app-1.0.0.txt', 'x')).status).toBe(200);
});

/** Zero on systems without /proc. */
async function count(folder: string): Promise<number> {
  return await readdir(folder).then(
    (names) => names.length,
    () => 0,
  );
}

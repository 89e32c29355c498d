/** The messages of a server at its first start after it began to enforce stored policies. */
import { expect, test } from 'vitest';
import { newFolder } from '../fixtures/process-client.ts';
import { startServerProcess } from '../fixtures/server-process.ts';
import { loadStoredServer } from '../storage/catalog/upgrade/stored-server.ts';

test('logs once how many stored policies are enforced from now on', async () => {
  const { settings, sql } = await loadStoredServer('0.1.0', await newFolder());
  await sql("update registries set oidc_policy = '[]' where slug in ('own-files', 'own-debian')");
  const notices: number[] = [];
  for (let start = 0; start < 2; start += 1) {
    await using server = await startServerProcess(settings);
    await server.ready();
    const said = server.logs().filter(({ msg }) => msg === '2 stored OIDC policies are enforced from now on');
    notices.push(said.length);
    await server.end();
  }
  expect(notices).toEqual([1, 0]);
});

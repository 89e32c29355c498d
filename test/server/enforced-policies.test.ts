/** The messages of a server at its first start after it began to enforce stored policies. */
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ask, newFolder, secret } from '../fixtures/process-client.ts';
import { startServerProcess } from '../fixtures/server-process.ts';

test('logs once how many stored policies are enforced from now on', async () => {
  const settings = { LARDER_DATA_DIR: await newFolder(), LARDER_ADMIN_TOKEN: secret };
  {
    await using server = await startServerProcess(settings);
    const url = await server.ready();
    for (const [name, policy] of [
      ['a', '[]'],
      ['b', '[]'],
      ['c', null],
    ] as const)
      await ask(`${url}/v2/packages/organizations/my-org/registries`, secret, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, ecosystem: 'files', oidc_policy: policy }),
      });
    await server.end();
  }
  // As the version before left it.
  const database = new DatabaseSync(path.join(settings.LARDER_DATA_DIR, 'larder.sqlite'));
  database.exec(`alter table packages drop column publisher_issuer;
    delete from kysely_migration where name >= '0013'`);
  database.close();
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

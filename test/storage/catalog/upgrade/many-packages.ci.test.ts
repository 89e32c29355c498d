/** The upgrade of a large registry, and of one whose server is killed meanwhile. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { useTemporaryFolder } from '../../temporary-folder.ts';
import { multiplying } from './multiply.ts';
import { loadStoredServer, type StoredServer } from './stored-server.ts';

const folder = useTemporaryFolder();

/** 100,000 take 4 s on SQLite and 23 s on PostgreSQL, on two cores with a load of 10, after as long for making them. */
const count = process.env['LARDER_TEST'] === 'all' ? 100_000 : 1000;

test(`${count} packages are all converted`, async () => {
  const server = await loadStoredServer('0.2.0', folder());
  await server.sql(multiplying(count));
  await (await server.open()).close();
  await expectConverted(server, count);
});

/** The numbers of statements before the process is killed. There are about 30, the last ones in every start. */
test.each([1, 4, 9, 15, 21, 26])('a server that is killed after %i statements starts again', async (statements) => {
  const server = await loadStoredServer('0.2.0', folder());
  await server.sql(multiplying(10));
  const script = path.join(import.meta.dirname, 'open-until-killed.ts');
  const killed = promisify(execFile)(process.execPath, [script, String(statements), server.place]);
  await expect(killed).rejects.toMatchObject({ signal: 'SIGKILL' });
  // One transaction per migration: nothing of it was stored.
  expect(await server.sql('select count(*) as count from released')).toEqual([{ count: '11' }]);
  await (await server.open()).close();
  await expectConverted(server, 10);
});

async function expectConverted({ sql }: StoredServer, added: number): Promise<void> {
  const [counts] = await sql(`select
    (select count(*) from projects) as projects,
    (select count(*) from packages) as packages,
    (select count(*) from packages join projects on projects.id = project_id
      where projects.name_key = packages.name_key and projects.registry_id = packages.registry_id) as belonging,
    (select count(*) from projects where id = (select min(id) from packages where project_id = projects.id)) as oldest,
    (select count(*) from files where role = 'main' and position = 0) as main,
    (select count(*) from files where role = 'derived' and position = 1) as derived,
    (select count(*) from entries where revision = 7 and package_id like 'f%') as entries,
    (select count(*) from entries where refusal is not null) as refused,
    (select count(*) from unreferenced_blobs) as unreferenced`);
  expect(counts).toEqual({
    projects: String(6 + added / 5),
    packages: String(9 + added),
    belonging: String(9 + added),
    oldest: String(6 + added / 5),
    main: String(9 + added),
    derived: String(2 + added),
    entries: String(added),
    refused: String(Math.ceil(added / 1000)),
    unreferenced: String(1 + added),
  });
}

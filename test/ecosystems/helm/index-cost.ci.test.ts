/** The cost of the index of a large registry: at first, and after one publication. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { components } from '../../../generated/native/helm.ts';
import { buildChart } from '../../fixtures/chart.ts';
import { createRegistry, publish, startTestServer } from '../../fixtures/server.ts';
import { changesIn, countChanges } from '../../storage/changed-rows.ts';

/** Enough for several fragments. */
const count = 3000;

/** In bytes. */
const mostWritten = 1024 * 1024;

/** Uses SQLite, whose triggers count the rows. */
test('T-HLM-8: an index of 3,000 charts is few rows, and one publication changes at most 17 of them', async () => {
  await using server = await startTestServer();
  const slug = 'charts';
  await createRegistry(server, slug, 'helm');
  const { id } = (await server.larder.catalog.registries.find(server.organization.id, slug)) ?? { id: '' };
  using database = new DatabaseSync(path.join(server.dataDir, 'larder.sqlite'));
  addCharts(database, id);
  const namesInIndex = async (): Promise<readonly string[]> => {
    const reply = await server.ask(`/acme/${slug}/helm/index.yaml`);
    // The server has compared it with its schema.
    return Object.keys(((await reply.json()) as components['schemas']['ChartIndex']).entries);
  };
  countChanges(database);
  expect(await namesInIndex()).toHaveLength(count);
  expect(rowsIn(database)).toBeLessThan(100);
  const before = { rows: rowsIn(database), bytes: changesIn(database).bytes };
  expect((await publish(server, slug, 'chart.tgz', await buildChart({ name: 'chart-01500-new' }))).status).toBe(200);
  expect(await namesInIndex()).toHaveLength(count + 1);
  expect(rowsIn(database) - before.rows).toBeLessThanOrEqual(17);
  expect(changesIn(database).bytes - before.bytes).toBeLessThanOrEqual(mostWritten);
});

function rowsIn(database: DatabaseSync): number {
  return Object.values(changesIn(database).rows).reduce((sum, rows) => sum + rows, 0);
}

/** Adds charts with entries of about 1,000 bytes. */
function addCharts(database: DatabaseSync, registryId: string): void {
  const numbers = `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})`;
  const key = `printf('0190e784-f31c-7c11-8a51-%012x', n)`;
  const name = `printf('chart-%05d', n)`;
  const fields = [
    ['apiVersion', `'v2'`],
    ['name', name],
    ['version', `'1.0.0'`],
    ['description', 'hex(randomblob(450))'],
    ['digest', 'lower(hex(randomblob(32)))'],
  ];
  const text = `json_object(${fields.map(([field, value]) => `'${field}', ${value}`).join(', ')})`;
  database.exec(`
    ${numbers} insert into projects (id, registry_id, name_key, name, revision)
      select ${key}, '${registryId}', ${name}, ${name}, 1 from numbers;
    ${numbers} insert into packages
        (id, registry_id, project_id, name, name_key, version, version_key, variant, metadata, created_at)
      select ${key}, '${registryId}', ${key}, ${name}, ${name}, '1.0.0', '1.0.0', '', '{}', '2026-01-02T12:00:00.000Z'
        from numbers;
    ${numbers} insert into entries (package_id, registry_id, part, name_key, text, revision)
      select ${key}, '${registryId}', 'index', ${name}, ${text}, 1 from numbers;
    insert into parts (registry_id, part, revision) values ('${registryId}', 'index', 1);
    update registries set revision = 1 where id = '${registryId}';`);
}

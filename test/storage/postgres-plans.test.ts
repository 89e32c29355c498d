/** The statements of a publication and of a rendering read few of the entries of a large registry on PostgreSQL. */
import { Client } from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { mapAll } from '../../src/api/map-all.ts';
import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';
import { insertPackage, sampleFile, samplePackage, storeRegistry } from './catalog/samples.ts';
import { runOn } from './postgres-database.ts';
import { usePostgres } from './use-postgres.ts';

const newDatabase = usePostgres();

afterEach(() => {
  vi.restoreAllMocks();
});

/** Adds packages with entries of one part. */
async function addPackages(url: string, registryId: string): Promise<void> {
  const key = "'0190e784-f31c-7c11-8a5e-' || lpad(to_hex(n), 12, '0')";
  const name = "'tool-' || lpad(n::text, 5, '0')";
  const numbers = 'from generate_series(1, 5000) n';
  await runOn(
    url,
    `insert into projects (id, registry_id, name_key, name, revision)
       select ${key}, '${registryId}', ${name}, ${name}, 1 ${numbers};
     insert into packages (id, registry_id, project_id, name, name_key, version, version_key, variant, metadata, created_at)
       select ${key}, '${registryId}', ${key}, ${name}, ${name}, '1', '1', 'amd64', '{}', '2026-01-02T12:00:00.000Z'
         ${numbers};
     insert into entries (package_id, registry_id, part, name_key, text, revision)
       select ${key}, '${registryId}', 'amd64', ${name}, repeat(md5(n::text), 20), 1 ${numbers};
     insert into parts (registry_id, part, revision)
       select '${registryId}', part, 1 from unnest(array['all', 'amd64', 'arm64', 'armhf', 'i386']) part;
     analyze`,
  );
}

it('by indexes, if a part has nearly all entries and others have none', async () => {
  const { url } = await newDatabase();
  await using stack = new AsyncDisposableStack();
  const catalog = stack.adopt(await openPostgresCatalog({ url }), (one) => one.close());
  const registry = await storeRegistry(catalog);
  await addPackages(url, registry.id);
  const queries = vi.spyOn(Client.prototype, 'query');
  const entry = { part: 'amd64', text: 'Entry', mostParts: 32 };
  await insertPackage(catalog, samplePackage(registry), [sampleFile()], entry);
  expect(await mapAll(catalog.documents.parts(registry.id), ({ isListed }) => isListed)).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
  await catalog.documents.changes(registry.id, 'amd64', 1, 10);
  // The method has many overloads; the catalog passes a text and its values.
  const statements = queries.mock.calls
    .map(([text, values]) => ({ text, values: values as unknown }))
    .filter(({ text }) => /^select .*"entries"/.test(text));
  queries.mockRestore();
  const scanning: string[] = [];
  for (const { text, values } of statements) {
    const client = new Client(url);
    await client.connect();
    const { rows } = await client.query<Record<string, string>>(`explain ${text}`, values as string[]);
    await client.end();
    if (rows.some((row) => row['QUERY PLAN']?.includes('Seq Scan on entries'))) scanning.push(text);
  }
  expect([statements.length, scanning]).toEqual([3, []]);
});

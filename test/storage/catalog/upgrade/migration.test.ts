/** The records of earlier versions after the migration. */
import { expect, test } from 'vitest';
import { useTemporaryFolder } from '../../temporary-folder.ts';
import { loadStoredServer } from './stored-server.ts';

const folder = useTemporaryFolder();

const versions = ['0.1.0', '0.2.0'];

test.each(versions)('the packages of %s have projects', async (version) => {
  const { open, sql } = await loadStoredServer(version, folder());
  await (await open()).close();
  expect(
    await sql(`select slug, projects.name, projects.name_key, projects.metadata, projects.revision,
        min(packages.id) = projects.id as oldest, count(*) as packages
      from projects join registries on registries.id = projects.registry_id
      join packages on packages.project_id = projects.id and packages.registry_id = projects.registry_id
        and packages.name_key = projects.name_key
      where standing = 'offered' and notice is null
      group by slug, projects.id order by slug, projects.name_key`).then((rows) => rows.map(inOneLine)),
  ).toEqual([
    'open-files manual manual {} 1 yes 1',
    'own-debian banana banana {} 4 yes 3',
    'own-debian cherry cherry {} 4 yes 1',
    'own-files manual manual {} 3 yes 1',
    'own-python demo demo {} 3 yes 1',
    'own-python foo_bar foo-bar {} 3 yes 2',
  ]);
});

test.each([
  ['0.1.0', []],
  ['0.2.0', ['demo-1.0.0-py3-none-any.whl.metadata', 'foo_bar-1.0-py3-none-any.whl.metadata']],
])('the files of %s have roles', async (version, derived) => {
  const { open, sql } = await loadStoredServer(version, folder());
  const before = await sql('select package_id, position, name, sha256 from files order by package_id, position');
  await (await open()).close();
  const roles = await sql('select role, name from files where media_type is null and position > 0 order by name');
  expect([
    await sql('select package_id, position, name, sha256 from files order by package_id, position'),
    await sql("select count(*) as count from files where role = 'main' and position = 0"),
    roles.map(inOneLine),
  ]).toEqual([before, [{ count: '9' }], derived.map((name) => `derived ${name}`)]);
});

test.each(versions)('the entries of %s have the revisions of their parts', async (version) => {
  const { open, sql } = await loadStoredServer(version, folder());
  const columns = 'package_id, entries.registry_id, entries.part, name_key, text';
  const before = await sql(`select ${columns}, revision from entries
    join index_parts on index_parts.registry_id = entries.registry_id and index_parts.part = entries.part
    order by package_id`);
  await (await open()).close();
  const after = await sql(`select ${columns}, revision from entries where refusal is null order by package_id`);
  expect([before.length, after]).toEqual([7, before]);
});

test.each(versions)('the unreferenced blobs of %s get their grace period', async (version) => {
  const { open, sql } = await loadStoredServer(version, folder());
  const before = await sql('select location from released');
  const start = new Date().toISOString();
  await (await open()).close();
  const after = await sql(`select location from unreferenced_blobs where since >= '${start}'`);
  expect([before.length, after]).toEqual([1, before]);
});

/** The databases write truth differently. */
function inOneLine(row: Readonly<Record<string, string>>): string {
  return Object.entries(row)
    .map(([column, value]) => (column === 'oldest' ? (/^(?:1|true)$/.test(value) ? 'yes' : 'no') : value))
    .join(' ');
}

test.each(versions)('all names of %s are found, with the latest of their versions', async (version) => {
  const { open, sql } = await loadStoredServer(version, folder());
  const catalog = await open();
  const order = { compare: (a: string, b: string) => (a < b ? -1 : Number(a > b)), defaultTag: null };
  for (const ecosystem of ['debian', 'files', 'python'] as const)
    expect(await catalog.names.order(ecosystem, order, 100)).toBeLessThan(100);
  const [{ id: organizationId = '' } = {}] = await sql('select id from organizations order by id limit 1');
  const expected = await sql(`select slug, projects.name, max(packages.version) as latest,
      count(distinct packages.version_key) as versions
    from projects join registries on registries.id = projects.registry_id
    join packages on packages.project_id = projects.id
    group by slug, projects.id, projects.name order by slug, projects.name_key`);
  const found: string[] = [];
  for (const name of new Set(expected.map((row) => row['name'] ?? '')))
    for (const one of await catalog.names.search({ organizationId }, { text: name.slice(1), limit: 100 }))
      if (one.name === name)
        found.push([one.registry.slug, one.name, one.latest.version, String(one.versions)].join(' '));
  await catalog.close();
  expect(found.toSorted()).toEqual(
    expected.map(({ slug, name, latest, versions: count }) => [slug, name, latest, count].join(' ')).toSorted(),
  );
  expect(found.length).toBeGreaterThan(0);
});

/** The cost of one publication into a large registry, until its documents are fetched. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { listedFile } from '../native/debian-repository.ts';
import { changesIn, countChanges } from './changed-rows.ts';

/** Enough for many fragments. The number of changed rows does not depend on it. */
const count = 5000;

/** In bytes. */
const mostWritten = 1024 * 1024;

interface Cost {
  readonly what: string;
  readonly architecture: string;
  /** Packages that are added to one fragment before. */
  readonly before: number;
  readonly mostRows: number;
  /** The number of files of each package, which Contents lists. */
  readonly files?: number;
}

/** The numbers are those of the README of `registry/documents`. */
const costs: readonly Cost[] = [
  { what: 'a package of one architecture', architecture: 'amd64', before: 0, mostRows: 20 },
  { what: 'a package that splits a fragment', architecture: 'amd64', before: 200, mostRows: 23 },
  { what: 'a package with files', architecture: 'amd64', before: 0, mostRows: 28, files: 5 },
  // The lists of ten architectures change.
  { what: 'a package of all architectures', architecture: 'all', before: 0, mostRows: 45 },
];

/** Uses SQLite, whose triggers count the rows; the code that is measured has no other for PostgreSQL. */
it.each(costs)(
  'T-DEB-9: $what changes at most $mostRows rows and writes at most 1 MiB',
  async ({ architecture, before, mostRows, files = 0 }) => {
    await using server = await startTestServer();
    const slug = 'debs';
    await createRegistry(server, slug, 'debian');
    const { id } = (await server.larder.catalog.registries.find(server.organization.id, slug)) ?? { id: '' };
    using database = new DatabaseSync(path.join(server.dataDir, 'larder.sqlite'));
    addPackages(database, id, { prefix: 'tool', count, revision: 1 });
    if (files > 0) addFiles(database, id);
    const fetchIndex = async (file: string): Promise<Buffer> =>
      Buffer.from(await (await server.ask(`/acme/${slug}/any/dists/any/${file}`)).bytes());
    await fetchIndex('InRelease');
    addPackages(database, id, { prefix: 'tool-02500-more', count: before, revision: 2 });
    countChanges(database);
    const dataEntries = Array.from({ length: files }, (_, n) => ({ name: `./usr/share/new/${n}`, content: '' }));
    const control = { Package: 'tool-02500-new', Architecture: architecture };
    const deb = await buildDeb({ control, dataEntries });
    expect((await publish(server, slug, 'some.deb', Buffer.from(deb))).status).toBe(200);
    const release = (await fetchIndex('InRelease')).toString();
    const { sha256 } = listedFile(release, 'main/binary-amd64/Packages.gz');
    const list = gunzipSync(await fetchIndex(`main/binary-amd64/by-hash/SHA256/${sha256}`));
    expect(list.toString().match(/^Package: /gm)).toHaveLength(count + before + 1);

    const changed = changesIn(database);
    if (files > 0) {
      const contents = gunzipSync(await fetchIndex('main/Contents-amd64.gz'));
      expect(contents.toString().match(/\n/g)).toHaveLength(files * (count + 1));
    }
    expect(Object.values(changed.rows).reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(mostRows);
    expect(changed.bytes).toBeLessThanOrEqual(mostWritten);
  },
);

interface Added {
  readonly prefix: string;
  readonly count: number;
  readonly revision: number;
}

/** Adds packages with stanzas of about 1,500 bytes, as those of Debian. */
function addPackages(database: DatabaseSync, registryId: string, { prefix, count, revision }: Added): void {
  const numbers = `with recursive numbers(n) as (select 1 where ${count} > 0 union all select n + 1 from numbers where n < ${count})`;
  const key = `printf('0190e784-f31c-7c11-8a5${revision}-%012x', n)`;
  const name = `printf('${prefix}-%05d', n)`;
  database.exec(`
    ${numbers} insert into projects (id, registry_id, name_key, name, revision)
      select ${key}, '${registryId}', ${name}, ${name}, 1 from numbers;
    ${numbers} insert into packages
        (id, registry_id, project_id, name, name_key, version, version_key, variant, metadata, created_at)
      select ${key}, '${registryId}', ${key}, ${name}, ${name}, '1.0', '1.0', 'amd64', '{}', '2026-01-02T12:00:00.000Z'
        from numbers;
    ${numbers} insert into entries (package_id, registry_id, part, name_key, text, revision)
      select ${key}, '${registryId}', 'amd64', ${name},
        'Package: ' || ${name} || char(10) || 'Version: 1.0' || char(10) || 'Description: ' || hex(randomblob(700)) ||
        char(10), ${revision} from numbers;
    insert into parts (registry_id, part, revision) values ('${registryId}', 'amd64', ${revision})
      on conflict do update set revision = excluded.revision;
    update registries set revision = ${revision} where id = '${registryId}';`);
}

/** Adds five files to each package. */
function addFiles(database: DatabaseSync, registryId: string): void {
  const paths = [1, 2, 3, 4, 5].map((n) => `char(10) || 'usr/share/' || name_key || '/file-${n}'`).join(' || ');
  database.exec(`
    insert into entries (package_id, registry_id, part, name_key, text, revision)
      select package_id, registry_id, 'contents:amd64', name_key, 'utils/' || name_key || ${paths}, revision
        from entries where registry_id = '${registryId}';
    insert into parts (registry_id, part, revision)
      select registry_id, 'contents:amd64', revision from parts where registry_id = '${registryId}' and part = 'amd64';`);
}

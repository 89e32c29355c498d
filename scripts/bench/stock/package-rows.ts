/**
 * Packages put straight into a database that no server has open: a million by HTTP would take an hour, and how they
 * came in is not what is measured. The rows are those that publishing writes; the bytes of most of these packages are
 * nowhere.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { v7 as uuid } from 'uuid';

export interface StockedPackage {
  readonly name: string;
  readonly version: string;
  readonly variant: string;
  readonly metadata: object;
  readonly fileName: string;
  readonly digests: { readonly sha256: string; readonly sha512: string };
  /** In bytes. */
  readonly size: number;
  readonly entry: { readonly part: string; readonly text: string } | undefined;
}

export function databaseOf(dataDir: string): string {
  return path.join(dataDir, 'larder.sqlite');
}

/** Answers the ids, oldest first. */
export async function stockPackages(
  dataDir: string,
  slug: string,
  packages: Iterable<StockedPackage> | AsyncIterable<StockedPackage>,
): Promise<string[]> {
  using database = new DatabaseSync(databaseOf(dataDir));
  // A crash may cost these rows, which are made anew each time.
  database.exec('pragma synchronous = off; pragma cache_size = -1000000; begin');
  const registry = String(database.prepare('select id from registries where slug = ?').get(slug)?.['id']);
  const insert = createInserts(database, registry);
  const ids: string[] = [];
  const parts = new Set<string>();
  for await (const pkg of packages) {
    ids.push(insert(pkg));
    if (pkg.entry) parts.add(pkg.entry.part);
  }
  const revised = database.prepare('update registries set revision = revision + ? where id = ? returning revision');
  const revision = Number(revised.get(ids.length, registry)?.['revision']);
  const mark = database.prepare('insert or replace into index_parts (registry_id, part, revision) values (?, ?, ?)');
  for (const part of parts) mark.run(registry, part, revision);
  database.exec('commit; pragma wal_checkpoint(truncate)');
  return ids;
}

function createInserts(database: DatabaseSync, registry: string): (pkg: StockedPackage) => string {
  const insert = {
    project: database.prepare(
      `insert into projects (id, registry_id, name_key, name, revision) values (?, ?, ?, ?, 0)
       on conflict (registry_id, name_key) do update set name = excluded.name returning id`,
    ),
    package: database.prepare(
      `insert into packages
         (id, registry_id, project_id, name, name_key, version, version_key, variant, metadata, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    blob: database.prepare('insert into blobs (sha256, sha512, size, location) values (?, ?, ?, ?)'),
    file: database.prepare(
      'insert into files (package_id, position, registry_id, name, sha256, created_at) values (?, 0, ?, ?, ?, ?)',
    ),
    entry: database.prepare(
      'insert into entries (package_id, registry_id, part, name_key, text, revision) values (?, ?, ?, ?, ?, 0)',
    ),
  };
  const createdAt = new Date().toISOString();
  const projects = new Map<string, string>();
  return ({ name, version, variant, metadata, fileName, digests, size, entry }) => {
    const id = uuid();
    const { sha256, sha512 } = digests;
    const project = projects.get(name) ?? String(insert.project.get(id, registry, name, name)?.['id']);
    projects.set(name, project);
    insert.package.run(
      id,
      registry,
      project,
      name,
      name,
      version,
      version,
      variant,
      JSON.stringify(metadata),
      createdAt,
    );
    insert.blob.run(sha256, sha512, size, locationOf(sha256));
    insert.file.run(id, registry, fileName, sha256, createdAt);
    if (entry) insert.entry.run(id, registry, entry.part, name, entry.text);
    return id;
  };
}

function locationOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.${sha256.slice(0, 32)}`;
}

/** Debs that exist in the catalog only, with metadata such as debs have. */
export function* inventedDebs(count: number): Generator<StockedPackage> {
  for (let at = 0; at < count; at++) {
    const name = `package-${at % 50_000}`;
    const version = `1.${Math.floor(at / 50_000)}.0-1`;
    const digest = (algorithm: string): string => createHash(algorithm).update(`${name} ${version}`).digest('hex');
    yield {
      name,
      version,
      variant: 'amd64',
      metadata: {
        architecture: 'amd64',
        maintainer: 'Bench <bench@example.test>',
        section: 'utils',
        priority: 'optional',
        installed_size: 42,
        depends: 'libc6 (>= 2.34), libgcc-s1 (>= 3.0)',
        homepage: `https://example.test/${name}`,
        description: `Package number ${at}, which does nothing`,
      },
      fileName: `${name}_${version}_amd64.deb`,
      digests: { sha256: digest('sha256'), sha512: digest('sha512') },
      size: 20_000,
      entry: undefined,
    };
  }
}

/**
 * Writes packages directly to the database of a stopped server, because publishing a million takes an hour. The rows
 * are the same as those of a publish; most of these packages have no file.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { v7 as uuid } from 'uuid';
import { createRegistry, startLarder } from '../larder.ts';
import type { Server } from '../processes.ts';
import type { Workspace } from '../workspace.ts';

export interface CatalogPackage {
  readonly name: string;
  readonly version: string;
  readonly variant: string;
  readonly metadata: object;
  readonly fileName: string;
  readonly digests: { readonly sha256: string; readonly sha512: string };
  /** In bytes. */
  readonly size: number;
  readonly entries: readonly { readonly part: string; readonly text: string }[];
}

export function catalogFile(dataDir: string): string {
  return path.join(dataDir, 'larder.sqlite');
}

interface Home {
  readonly ecosystem: string;
  /** Starts a server that has the ecosystem. */
  readonly start: (workspace: Workspace, dataDir: string) => Promise<Server>;
}

const debian: Home = { ecosystem: 'debian', start: startLarder };

/** Creates a data folder with a registry that has the packages. Returns their ids, oldest first. */
export async function newDataDir(
  workspace: Workspace,
  registry: string,
  packages: Iterable<CatalogPackage> | AsyncIterable<CatalogPackage>,
  { ecosystem, start }: Home = debian,
): Promise<{ readonly dataDir: string; readonly ids: readonly string[] }> {
  const dataDir = await workspace.newFolder('data');
  {
    await using server = await start(workspace, dataDir);
    await createRegistry(server, registry, ecosystem);
  }
  return { dataDir, ids: await insertPackages(dataDir, registry, packages) };
}

async function insertPackages(
  dataDir: string,
  slug: string,
  packages: Iterable<CatalogPackage> | AsyncIterable<CatalogPackage>,
): Promise<string[]> {
  using database = new DatabaseSync(catalogFile(dataDir));
  // A crash may lose these rows, because each bench writes them again.
  database.exec('pragma synchronous = off; pragma cache_size = -1000000; begin');
  const registry = String(database.prepare('select id from registries where slug = ?').get(slug)?.['id']);
  const insert = createInserts(database, registry);
  const ids: string[] = [];
  const parts = new Set<string>();
  for await (const pkg of packages) {
    ids.push(insert(pkg));
    for (const { part } of pkg.entries) parts.add(part);
  }
  const revised = database.prepare('update registries set revision = revision + ? where id = ? returning revision');
  const revision = Number(revised.get(ids.length, registry)?.['revision']);
  const mark = database.prepare('insert or replace into parts (registry_id, part, revision) values (?, ?, ?)');
  for (const part of parts) mark.run(registry, part, revision);
  database.exec('commit; pragma wal_checkpoint(truncate)');
  return ids;
}

/** So that the server does not read these packages again. */
export const latestEdition = 1_000_000;

function createInserts(database: DatabaseSync, registry: string): (pkg: CatalogPackage) => string {
  const insert = {
    project: database.prepare(
      'insert into projects (id, registry_id, name_key, name, revision) values (?, ?, ?, ?, 0)',
    ),
    package: database.prepare(
      `insert into packages
         (id, registry_id, project_id, name, name_key, version, version_key, variant, metadata, created_at, edition)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${latestEdition})`,
    ),
    blob: database.prepare('insert into blobs (sha256, sha512, size, location) values (?, ?, ?, ?)'),
    file: database.prepare(
      'insert into files (package_id, position, registry_id, name, sha256, created_at) values (?, 0, ?, ?, ?, ?)',
    ),
    entry: database.prepare(
      'insert into entries (package_id, registry_id, part, name_key, text, revision) values (?, ?, ?, ?, ?, 0)',
    ),
  };
  const now = new Date().toISOString();
  const projects = new Map<string, string>();
  return ({ name, version, variant, metadata, fileName, digests: { sha256, sha512 }, size, entries }) => {
    const id = uuid();
    const project = projects.get(name) ?? id;
    if (project === id) insert.project.run(id, registry, name, name);
    projects.set(name, project);
    const key = [id, registry, project, name, name, version, version, variant] as const;
    insert.package.run(...key, JSON.stringify(metadata), now);
    const location = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.${sha256.slice(0, 32)}`;
    insert.blob.run(sha256, sha512, size, location);
    insert.file.run(id, registry, fileName, sha256, now);
    for (const { part, text } of entries) insert.entry.run(id, registry, part, name, text);
    return id;
  };
}

/** Returns debs that exist only in the catalog, with the metadata of real ones. */
export function* inventedDebs(count: number): Generator<CatalogPackage> {
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
      entries: [],
    };
  }
}

/** Writes the names of a large organization directly to the database of a stopped server. */
import { DatabaseSync } from 'node:sqlite';
import { v7 as uuid } from 'uuid';
import { createRegistry, organization, startLarder } from '../larder.ts';
import type { Workspace } from '../workspace.ts';
import { catalogFile, latestEdition } from './catalog-rows.ts';

/** Common parts of names, so that many names have the same ones. */
const words = [
  'lib',
  'tool',
  'data',
  'core',
  'net',
  'http',
  'json',
  'agent',
  'image',
  'cloud',
  'utils',
  'parser',
  'dev',
];

export interface NamedStock {
  readonly dataDir: string;
  /** The slug of a registry with one of a thousand names. */
  readonly rare: string;
}

/** Each name is a project with one version. They are in many registries, and a third of them begins with `lib`. */
export async function newNames(workspace: Workspace, count: number): Promise<NamedStock> {
  const dataDir = await workspace.newFolder('data');
  {
    await using server = await startLarder(workspace, dataDir);
    await createRegistry(server, 'rare', 'debian');
    await createRegistry(server, 'other', 'debian');
  }
  using database = new DatabaseSync(catalogFile(dataDir));
  // A crash may lose these rows, because each bench writes them again.
  database.exec('pragma synchronous = off; pragma cache_size = -1000000; begin');
  const { id: organizationId } =
    database.prepare('select id from organizations where slug = ?').get(organization) ?? {};
  const registries = ['rare', 'other'].map((slug) => idOf(database, slug));
  const copy = database.prepare(
    `insert into registries (id, organization_id, slug, name, ecosystem, public, team_ids, revision, key_number, created_at, updated_at)
       select ?, organization_id, ?, ?, ecosystem, public, team_ids, revision, key_number, created_at, updated_at
         from registries where slug = 'other'`,
  );
  for (let at = 0; at < Math.floor(count / 100); at++) {
    const id = uuid();
    copy.run(id, `other-${at}`, `other ${at}`);
    registries.push(id);
  }
  const project = database.prepare(
    'insert into projects (id, registry_id, name_key, name, revision) values (?, ?, ?, ?, 0)',
  );
  const pkg = database.prepare(
    `insert into packages
       (id, registry_id, project_id, name, name_key, version, version_key, variant, metadata, created_at, edition)
     values (?, ?, ?, ?, ?, '1.0', '1.0', 'amd64', '{}', ?, ${latestEdition})`,
  );
  const name = database.prepare(
    `insert into names
       (project_id, registry_id, organization_id, ecosystem, key, versions, latest_id, published_at, is_ordered)
     values (?, ?, ?, 'debian', ?, 1, ?, ?, 1)`,
  );
  const now = new Date().toISOString();
  for (let at = 0; at < count; at++) {
    const id = uuid();
    const registry = (at % 1000 === 0 ? registries[0] : registries[1 + (at % (registries.length - 1))]) ?? '';
    const text = nameAt(at);
    project.run(id, registry, text, text);
    pkg.run(id, registry, id, text, text, now);
    name.run(id, registry, String(organizationId), text, id, now);
  }
  database.exec('commit');
  return { dataDir, rare: 'rare' };
}

function nameAt(at: number): string {
  const word = (step: number): string => words[Math.floor(at / step) % words.length] ?? '';
  if (at % 3 === 0) return `lib${word(1)}-${word(13)}-${at}`;
  return at % 3 === 1 ? `${word(1)}-${word(13)}-${word(169)}-${at}` : `my${word(7)}lib-${at}`;
}

function idOf(database: DatabaseSync, slug: string): string {
  return String(database.prepare('select id from registries where slug = ?').get(slug)?.['id']);
}

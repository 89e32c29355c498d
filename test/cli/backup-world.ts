/** Servers to back up: processes of their own, with SQLite or with the PostgreSQL of this machine. */
import { lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { inParallel } from '../../src/cli/in-parallel.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { ask, newFolder } from '../fixtures/process-client.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { startServerProcess, type ServerProcess } from '../fixtures/server-process.ts';
import type { PostgresServer } from '../storage/postgres.ts';
import { createDatabase } from '../storage/postgres-database.ts';
import { startSystemPostgres, systemPostgres } from '../storage/system-postgres.ts';
import { larder, startLarder, type Ran, type Running } from './larder.ts';

/** A data folder, and a database if it is not in there, which go away with the test. */
export interface Home {
  readonly dataDir: string;
  /** The settings that name them. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Returns a function that makes a home with nothing in it. */
export function useHomes(kind: 'sqlite' | 'postgres'): () => Promise<Home> {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    if (kind === 'postgres' && systemPostgres !== undefined) server = await startSystemPostgres(systemPostgres);
  });
  afterAll(() => server?.stop());
  return async () => {
    const dataDir = path.join(await newFolder(), 'data');
    if (server === undefined) return { dataDir, settings: { LARDER_DATA_DIR: dataDir } };
    const { url, remove } = await createDatabase(server.url);
    onTestFinished(remove);
    return { dataDir, settings: { LARDER_DATA_DIR: dataDir, LARDER_DATABASE_URL: url } };
  };
}

export interface Client {
  readonly token: string;
  /** Publishes a file into a registry; returns its id. */
  publish(registry: string, name: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<string>;
  publishDeb(version: string): Promise<string>;
  remove(registry: string, id: string): Promise<void>;
  /** Fetches a native URL below the organization. */
  get(at: string): Promise<Buffer>;
}

/** Starts a server that soon removes unneeded files. */
export async function startServer({ settings }: Home): Promise<{ server: ServerProcess; url: string }> {
  const server = await startServerProcess({ ...settings, LARDER_HOUSEKEEPING_PAUSE_MS: '20' });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return { server, url: await server.ready() };
}

/** Starts a server on an empty home, with the registries `shelf` of files and `debs`. */
export async function startFilledServer(home: Home): Promise<{ server: ServerProcess; client: Client }> {
  const { server, url } = await startServer(home);
  const [token = ''] = /larder_[\w-]+/.exec(server.stdout()) ?? [];
  const client = clientOf(url, token);
  for (const [name, ecosystem] of [
    ['shelf', 'files'],
    ['debs', 'debian'],
  ]) {
    const body = JSON.stringify({ name, ecosystem });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    expect((await ask(registriesAt(url), token, init)).status).toBe(200);
  }
  return { server, client };
}

export function clientOf(url: string, token: string): Client {
  const publish: Client['publish'] = async (registry, name, bytes) => {
    const body = new FormData();
    body.set('file', new Blob([bytes]), name);
    const response = await ask(`${registriesAt(url)}/${registry}/packages`, token, { method: 'POST', body });
    expect(response.status).toBe(200);
    const { id } = (await response.json()) as { readonly id: string };
    return id;
  };
  return {
    token,
    publish,
    publishDeb: async (version) => {
      const bytes = await buildDeb({ control: { Version: version } });
      return await publish('debs', `hello_${version}_amd64.deb`, Uint8Array.from(bytes));
    },
    remove: async (registry, id) => {
      const response = await ask(`${registriesAt(url)}/${registry}/packages/${id}`, token, { method: 'DELETE' });
      expect(response.status).toBe(200);
    },
    get: async (at) => {
      const response = await ask(`${url}/my-org/${at}`, token);
      expect([at, response.status]).toEqual([at, 200]);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}

/** Publishes files into `shelf`; returns their ids. */
export async function publishMany(client: Client, name: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  await inParallel([...Array(count).keys()], 4, async (n) => {
    ids.push(await client.publish('shelf', `${name}-1.${n}.0.txt`, `${name} ${n}`));
  });
  return ids;
}

function registriesAt(url: string): string {
  return `${url}/v2/packages/organizations/my-org/registries`;
}

/** Runs `larder` with the settings of a home. */
export function run({ dataDir, settings }: Home, ...parameters: readonly string[]): Promise<Ran> {
  return larder(parameters, { folder: path.dirname(dataDir), environment: settings });
}

/** The same without waiting for its end. */
export function start({ dataDir, settings }: Home, ...parameters: readonly string[]): Running {
  return startLarder(parameters, { folder: path.dirname(dataDir), environment: settings });
}

/** The last line of what a command with `--json` printed. */
export function lastLine({ stdout }: Ran): Readonly<Record<string, unknown>> {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
}

/** The inode of each blob in a backup, by its path. */
export async function blobsIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const names = await readdir(path.join(folder, 'blobs'), { recursive: true }).catch(() => []);
  const files = names.filter((name) => /[0-9a-f]{64}\.[0-9a-f]{32}$/.test(name)).sort();
  return new Map(
    await Promise.all(files.map(async (name) => [name, (await lstat(path.join(folder, 'blobs', name))).ino] as const)),
  );
}

/** Fills a home by a server of this process; returns the folder of a backup of it. */
export async function backUpFilled({ dataDir, settings }: Home): Promise<string> {
  await using server = await startTestServer({ ...settings });
  await createRegistry(server, 'shelf', 'files');
  await publish(server, 'shelf', 'app-1.0.0.txt', 'bytes');
  const backup = path.join(path.dirname(dataDir), 'copy');
  // A test's server removes its data folder.
  expect((await run({ dataDir, settings }, 'backup', backup)).code).toBe(0);
  return backup;
}

/** Changes members of a manifest, and members of its members. */
export async function changeManifest(backup: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const file = path.join(backup, 'larder-backup.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, object>;
  const changed = Object.entries(changes).map(([name, value]): [string, unknown] =>
    typeof value === 'object' ? [name, { ...manifest[name], ...value }] : [name, value],
  );
  await writeFile(file, JSON.stringify({ ...manifest, ...Object.fromEntries(changed) }));
}

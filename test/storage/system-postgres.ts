/** A PostgreSQL server of the machine's own packages, which bring `pg_dump` and `pg_restore` of its version. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../fixtures/eventually.ts';
import { freePort } from '../fixtures/process-client.ts';
import type { PostgresServer } from './postgres.ts';
import { runOn } from './postgres-database.ts';

const needed = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];

/** The folder of its programs; undefined if they are not installed. */
export const systemPostgres = globSync('/usr/lib/postgresql/*/bin')
  .filter((folder) => needed.every((name) => existsSync(path.join(folder, name))))
  .sort()
  .at(-1);

/** With characters that a URL must escape. */
const password = 'p@ss:w/rd %';

/** Starts a server in a folder of its own. */
export async function startSystemPostgres(programs: string): Promise<PostgresServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'larder-postgres-'));
  // PostgreSQL does not run as root; its package creates a user for it.
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const options = { ...user, cwd: folder };
  const passwordFile = path.join(folder, 'password');
  await writeFile(passwordFile, password);
  const flags = [
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    '-D',
    data,
  ];
  await promisify(execFile)(path.join(programs, 'initdb'), flags, options);
  const port = await freePort();
  const hasty = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const parameters = ['-D', data, '-p', String(port), ...hasty.flatMap((setting) => ['-c', setting])];
  const server = spawn(path.join(programs, 'postgres'), parameters, { ...options, stdio: 'ignore' });
  const ended = once(server, 'close');
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  await eventually(() => runOn(url, 'select 1'));
  return {
    url,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

/**
 * `node scripts/run.js test/storage/catalog/upgrade/record.ts VERSION CHECKOUT postgres://…`: starts the server of a
 * checkout on a database of each kind, fills it through its API, and writes its records to the folder VERSION: the SQL
 * of both databases, and the bytes in Base64 by their path in the folder of blobs. `upgrade.test.ts` loads them. The
 * PostgreSQL database must be empty; `pg_dump` must be on the path.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { fill, organization, token } from './fill.ts';
import { sqliteText } from './sqlite-text.ts';

const [version = '', checkout = '', postgresUrl = ''] = process.argv.slice(2);
if (postgresUrl === '') throw new Error('Name a version, the folder of a checkout of it, and an empty database.');

const out = path.join(import.meta.dirname, version);
await mkdir(out, { recursive: true });
const work = await mkdtemp(path.join(os.tmpdir(), 'larder-record-'));
try {
  await recordFrom(path.join(work, 'sqlite'), undefined);
  await writeFile(path.join(out, 'sqlite.sql'), sqliteText(path.join(work, 'sqlite/larder.sqlite')));
  await writeFile(path.join(out, 'sqlite-blobs.json'), await blobsText(path.join(work, 'sqlite/blobs')));

  await recordFrom(path.join(work, 'postgres'), postgresUrl);
  const { stdout } = await promisify(execFile)('pg_dump', [
    '--no-owner',
    '--no-privileges',
    '--column-inserts',
    postgresUrl,
  ]);
  // Only psql reads these two lines.
  const text = stdout.replaceAll(/^\\(?:un)?restrict .*\n/gm, '');
  await writeFile(path.join(out, 'postgres.sql'), text);
  await writeFile(path.join(out, 'postgres-blobs.json'), await blobsText(path.join(work, 'postgres/blobs')));
} finally {
  await rm(work, { recursive: true, force: true });
}

async function recordFrom(dataDir: string, databaseUrl: string | undefined): Promise<void> {
  const server = spawn(process.execPath, [path.join(checkout, 'scripts/start.js')], {
    env: {
      LARDER_PORT: '0',
      LARDER_DATA_DIR: dataDir,
      LARDER_ORGANIZATION: organization,
      LARDER_ADMIN_TOKEN: token,
      // The name of 0.1.0.
      LARDER_TOKEN: token,
      ...(databaseUrl === undefined ? {} : { LARDER_DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'close');
  try {
    for await (const line of createInterface(server.stdout)) {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (url === undefined) continue;
      await fill(url);
      break;
    }
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

async function blobsText(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => path.join(entry.parentPath, entry.name));
  const blobs = files
    .toSorted()
    .map(async (file) => [path.relative(folder, file), (await readFile(file)).toString('base64')]);
  return `${JSON.stringify(Object.fromEntries(await Promise.all(blobs)), undefined, 2)}\n`;
}

import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Kysely, sql } from 'kysely';
import { openPool } from '../postgres/open-pool.ts';
import { createPostgresDialect } from '../postgres/postgres-dialect.ts';
import type { Schema } from '../schema.ts';
import { connectionOf } from './postgres-connection.ts';
import { findProgram } from './postgres-programs.ts';
import { runProgram } from './run-program.ts';

interface Dump {
  readonly url: string;
  readonly target: string;
  readonly stop: AbortSignal | undefined;
}

/**
 * Runs `pg_dump` on the snapshot of a transaction (option --snapshot, postgresql.org/docs/current/app-pgdump.html). Its
 * output is piped through this process, so that it ends if this process is killed.
 */
export async function dumpPostgres(
  trx: Kysely<Schema>,
  { url, target, stop }: Dump,
): Promise<{ readonly kind: 'postgres'; readonly server: number; readonly program: number }> {
  // The dump may take longer than the idle timeout of transactions.
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
  const server = await serverVersion(trx);
  const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(trx);
  const { file, version } = await findProgram('pg_dump', server);
  const { environment, name } = connectionOf(url);
  const parameters = ['--format=custom', `--snapshot=${rows[0]?.snapshot ?? ''}`, '--no-password', `--dbname=${name}`];
  await runProgram(file, parameters, { environment, stop }, async ({ stdout }) => {
    await pipeline(stdout, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }));
  });
  return { kind: 'postgres', server, program: version };
}

/** The database already has tables, has another encoding, or is on a server that is too old. */
export class UnusableTarget extends Error {
  override readonly name = 'UnusableTarget';
}

/** Throws `UnusableTarget` if a dump cannot be restored into this database. Writes nothing. */
export async function expectEmptyPostgres(url: string, dumped: { readonly server: number }): Promise<void> {
  const db = new Kysely<Schema>({ dialect: createPostgresDialect(openPool(url)) });
  try {
    const server = await serverVersion(db);
    if (server < dumped.server)
      throw new UnusableTarget(
        `The backup is of PostgreSQL ${dumped.server}, but the server of LARDER_DATABASE_URL is version ${server}.\n` +
          `Restore it on PostgreSQL ${dumped.server} or newer.`,
      );
    const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
    const isUtf8 = rows[0]?.server_encoding === 'UTF8';
    if (tables.length > 0 || !isUtf8)
      throw new UnusableTarget(
        `The database of LARDER_DATABASE_URL ${isUtf8 ? 'already has tables, and a restore never replaces anything' : 'is not encoded in UTF8'}.\n` +
          'Create an empty database with `createdb --encoding=UTF8 --template=template0 NAME` and use it.',
      );
  } finally {
    await db.destroy();
  }
}

/** Restores a dump in one transaction. The file is piped through this process: if it is killed, nothing is restored. */
export async function restorePostgres(
  file: string,
  dumped: { readonly program: number },
  { url, stop }: { readonly url: string; readonly stop: AbortSignal | undefined },
): Promise<void> {
  const program = await findProgram('pg_restore', dumped.program);
  const { environment, name } = connectionOf(url);
  const whole = [
    '--single-transaction',
    '--exit-on-error',
    '--no-owner',
    '--no-privileges',
    '--no-comments',
    '--no-password',
  ];
  await runProgram(program.file, [...whole, `--dbname=${name}`], { environment, stop }, async ({ stdin, stdout }) => {
    stdout.resume();
    await pipeline(createReadStream(file), stdin);
  });
}

/** Reads a whole dump with `pg_restore`. Returns the damage; an empty list if it is intact. */
export async function findDumpDamage(file: string, dumped: { readonly program: number }): Promise<readonly string[]> {
  const program = await findProgram('pg_restore', dumped.program);
  try {
    await runProgram(program.file, ['--file=-', file], {}, async ({ stdout }) => {
      for await (const piece of stdout) void piece;
    });
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Returns the major version, such as 15. */
async function serverVersion(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
}

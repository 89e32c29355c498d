/** A snapshot of a database: its blobs, and a copy in a file. Servers may be writing meanwhile. */
import { Kysely } from 'kysely';
import { NoStorage } from '../../blob-store.ts';
import type { ControlledTransaction } from 'kysely';
import { readBlobs } from '../blobs.ts';
import { migrationsIn } from '../migrate.ts';
import { openPool } from '../postgres/open-pool.ts';
import { createPostgresDialect } from '../postgres/postgres-dialect.ts';
import type { Schema } from '../schema.ts';
import { createSqliteDialect } from '../sqlite/sqlite-dialect.ts';
import type { Blob } from '../../../model/records.ts';
import { dumpPostgres } from './postgres.ts';
import { copySqlite, openReadOnly } from './sqlite.ts';

/** The location of a database: an SQLite file, or the URL of a PostgreSQL database. */
export type DatabasePlace = { readonly file: string } | { readonly url: string };

export interface SnapshotFacts {
  /** The oldest organization, which identifies the database. */
  readonly organization: { readonly id: string; readonly slug: string };
  /** The migrations of the database, in order. */
  readonly migrations: readonly string[];
}

/** A description of the file that `write` has written. */
export type DatabaseCopy =
  | { readonly kind: 'sqlite' }
  /** Major versions: of the server, and of the `pg_dump` that wrote the file. */
  | { readonly kind: 'postgres'; readonly server: number; readonly program: number };

export interface DatabaseSnapshot extends SnapshotFacts, AsyncDisposable {
  /** Yields all blobs of the snapshot, ordered by location. Read in pages. */
  walk(): AsyncIterable<Blob>;
  /** Writes a copy of the snapshot to a new file. `progress` is called with a share from 0 to 1, if it is known. */
  write(file: string, progress: (share: number) => void, stop?: AbortSignal): Promise<DatabaseCopy>;
}

/**
 * Opens a read-only transaction on a snapshot. Throws `NoStorage` if there is no database, and `CatalogTooNew` if a
 * newer version of Larder uses it. Databases of older versions work, because the tables of blobs and organizations
 * never changed.
 */
export async function openSnapshot(place: DatabasePlace): Promise<DatabaseSnapshot> {
  return 'url' in place ? await openPostgresSnapshot(place.url) : await openSqliteSnapshot(place.file);
}

async function openSqliteSnapshot(file: string): Promise<DatabaseSnapshot> {
  const database = await openReadOnly(file);
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(async () => database) });
  // The same connection makes the copy: inside its transaction, SQLite copies the snapshot.
  return await snapshotOf(db, () => (target, progress) => copySqlite(database, target, progress));
}

async function openPostgresSnapshot(url: string): Promise<DatabaseSnapshot> {
  const db = new Kysely<Schema>({ dialect: createPostgresDialect(openPool(url)) });
  return await snapshotOf(db, (trx) => (target, _, stop) => dumpPostgres(trx, { url, target, stop }));
}

async function snapshotOf(
  db: Kysely<Schema>,
  writer: (trx: ControlledTransaction<Schema>) => DatabaseSnapshot['write'],
): Promise<DatabaseSnapshot> {
  const beginning = db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  const trx = await beginning.catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  let ended: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    // If the connection was lost, its transaction has ended.
    await trx
      .rollback()
      .execute()
      .catch(() => undefined);
    await db.destroy();
  };
  try {
    const migrations = await migrationsIn(trx);
    const organization = await trx
      .selectFrom('organizations')
      .select(['id', 'slug'])
      .orderBy('created_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (organization === undefined) throw new NoStorage('It has no organization. Start a server on it first.');
    const walk = (): AsyncIterable<Blob> => readBlobs(trx).walk();
    return { migrations, organization, walk, write: writer(trx), [Symbol.asyncDispose]: () => (ended ??= end()) };
  } catch (error) {
    await end();
    throw error;
  }
}

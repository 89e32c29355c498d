import { Kysely, sql } from 'kysely';
import type { Catalog } from '../catalog.ts';
import { createCatalog } from './create-catalog.ts';
import { prepareOn } from './prepared-query.ts';
import { migrate } from './migrate.ts';
import { oneConnection, openPool, withoutTimeLimits } from './postgres/open-pool.ts';
import { createPostgresDialect } from './postgres/postgres-dialect.ts';
import { createTurns } from './postgres/turns.ts';
import type { Schema } from './schema.ts';
import type { Connections } from './transaction.ts';

export interface PostgresCatalogOptions {
  /** In the format of libpq, such as `postgres://user:password@host/database`. */
  readonly url: string;
}

/** Opens the catalog on a PostgreSQL server, which any number of servers can share. */
export async function openPostgresCatalog(options: PostgresCatalogOptions): Promise<Catalog> {
  const { migrated, close, ...connections } = await openPostgresConnections(options);
  return createCatalog(connections, close, migrated);
}

/** The connections to one database. */
interface PostgresConnections extends Connections {
  /** The names of the migrations that were just run. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** Opens and migrates the database. Reads and transactions share a pool of connections; turns have a connection. */
export async function openPostgresConnections({ url }: PostgresCatalogOptions): Promise<PostgresConnections> {
  const db = new Kysely<Schema>({ dialect: createPostgresDialect(openPool(url)) });
  try {
    await checkEncoding(db);
    const migrated = await migratePatiently(url);
    const turns = new Kysely<Schema>({ dialect: createPostgresDialect(openPool(url, oneConnection)) });
    const close = async (): Promise<void> => void (await Promise.all([turns.destroy(), db.destroy()]));
    return { read: db, write: db, prepare: prepareOn(db), beginTurn: createTurns(turns), migrated, close };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function migratePatiently(url: string): Promise<readonly string[]> {
  const db = new Kysely<Schema>({ dialect: createPostgresDialect(openPool(url, withoutTimeLimits)) });
  try {
    return await migrate(db);
  } finally {
    await db.destroy();
  }
}

/** Other encodings reject or change some names. */
async function checkEncoding(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8') throw new Error(`The database has the encoding ${encoding}; it must be UTF8.`);
}

import { Kysely, sql } from 'kysely';
import type { Catalog } from '../catalog.ts';
import { createCatalog } from './create-catalog.ts';
import { prepareOn } from './prepared-query.ts';
import { migrate } from './migrate.ts';
import { openPool, withoutTimeLimits } from './postgres/open-pool.ts';
import { createPostgresDialect } from './postgres/postgres-dialect.ts';
import type { Schema } from './schema.ts';
import type { Connections } from './transaction.ts';

export interface PostgresCatalogOptions {
  /** In the format of libpq, such as `postgres://user:password@host/database`. */
  readonly url: string;
}

/** Opens the catalog on a PostgreSQL server, which any number of servers can share. */
export async function openPostgresCatalog(options: PostgresCatalogOptions): Promise<Catalog> {
  const { migrated, ...connections } = await openPostgresConnections(options);
  return createCatalog(connections, () => connections.write.destroy(), migrated);
}

/** Opens and migrates the database. Reads and transactions share a pool of connections. */
export async function openPostgresConnections({
  url,
}: PostgresCatalogOptions): Promise<Connections & { readonly migrated: readonly string[] }> {
  const db = new Kysely<Schema>({ dialect: createPostgresDialect(openPool(url)) });
  try {
    await checkEncoding(db);
    const migrated = await migratePatiently(url);
    return { read: db, write: db, prepare: prepareOn(db), migrated };
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

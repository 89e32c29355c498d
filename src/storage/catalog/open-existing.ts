import { stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { NoStorage } from '../blob-store.ts';
import type { Entries, ExistingRecords } from '../catalog.ts';
import type { Editions } from '../editions.ts';
import { readBlobs } from './blobs.ts';
import { readLeftOut } from './left-out.ts';
import { expectMigrated } from './migrate.ts';
import { openPool } from './postgres/open-pool.ts';
import { createPostgresDialect } from './postgres/postgres-dialect.ts';
import { readRejected } from './rejections.ts';
import type { Schema } from './schema.ts';
import { createSqliteDialect } from './sqlite/sqlite-dialect.ts';

/** The records of an existing catalog, for reading. Servers may run meanwhile. */
export interface OpenRecords {
  readonly records: ExistingRecords;
  readonly entries: Pick<Entries, 'allLeftOut'>;
  readonly editions: Pick<Editions, 'rejected'>;
  close(): Promise<void>;
}

/** Creates and changes nothing. Throws `NoStorage` if the catalog does not exist. */
export async function openExistingRecords(
  place: { readonly file: string } | { readonly url: string },
): Promise<OpenRecords> {
  const dialect = 'url' in place ? createPostgresDialect(openPool(place.url)) : await dialectOf(place.file);
  const db = new Kysely<Schema>({ dialect });
  try {
    await expectMigrated(db);
    const editions = readRejected(db);
    return { records: readBlobs(db), entries: readLeftOut(db), editions, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function dialectOf(file: string) {
  await stat(file).catch((cause: unknown) => {
    throw new NoStorage(`The database ${file} does not exist.`, { cause });
  });
  return createSqliteDialect(async () => new DatabaseSync(file, { timeout: 0, readOnly: true }));
}

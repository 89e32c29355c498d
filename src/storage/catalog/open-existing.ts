import { stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { NoStorage } from '../blob-store.ts';
import type { Entries, ExistingRecords } from '../catalog.ts';
import { readBlobs } from './blobs.ts';
import { readLeftOut } from './left-out.ts';
import { expectMigrated } from './migrate.ts';
import { openPool } from './postgres/open-pool.ts';
import { createPostgresDialect } from './postgres/postgres-dialect.ts';
import type { Schema } from './schema.ts';
import { createSqliteDialect } from './sqlite/sqlite-dialect.ts';

/** The records of a catalog that is there, to read them only; servers may be at work on it. */
export interface OpenRecords {
  readonly records: ExistingRecords;
  readonly entries: Pick<Entries, 'allLeftOut'>;
  close(): Promise<void>;
}

/** Makes nothing and changes nothing. Throws `NoStorage` when there is no such catalog. */
export async function openExistingRecords(
  place: { readonly file: string } | { readonly url: string },
): Promise<OpenRecords> {
  const dialect = 'url' in place ? createPostgresDialect(openPool(place.url)) : await dialectOf(place.file);
  const db = new Kysely<Schema>({ dialect });
  try {
    await expectMigrated(db);
    return { records: readBlobs(db), entries: readLeftOut(db), close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function dialectOf(file: string) {
  await stat(file).catch((cause: unknown) => {
    throw new NoStorage(`There is no database ${file}.`, { cause });
  });
  return createSqliteDialect(async () => new DatabaseSync(file, { timeout: 0, readOnly: true }));
}

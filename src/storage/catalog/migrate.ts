import { Migrator } from 'kysely/migration';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { migrations } from './migrations/index.ts';

/** The database was made by a newer version, whose tables this one does not know. */
export class CatalogTooNew extends Error {
  override readonly name = 'CatalogTooNew';
}

/** Brings the tables of a database, empty or in use, to the state that the queries expect. Safe at every start. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;

  const unknown = await migrationsOfNewerVersions(db);
  if (unknown.length > 0) {
    throw new CatalogTooNew(
      `The catalog was last opened by a newer version of Larder, which added ${unknown.join(', ')}. ` +
        'Start that version, or restore a copy of the catalog from before.',
      { cause: error },
    );
  }
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  throw new Error(`The catalog could not be prepared${failed === undefined ? '' : ` (at ${failed})`}.`, {
    cause: error,
  });
}

/** The one table that Kysely makes by itself. */
type MigrationNames = { kysely_migration: { name: string } };

async function migrationsOfNewerVersions(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<MigrationNames>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name).filter((name) => !Object.hasOwn(migrations, name));
}

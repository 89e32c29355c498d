import { Migrator } from 'kysely/migration';
import type { Kysely } from 'kysely';
import { NoStorage } from '../blob-store.ts';
import type { Schema } from './schema.ts';
import { migrations } from './migrations/index.ts';

/** A newer version of Larder has migrated the database. */
export class CatalogTooNew extends Error {
  override readonly name = 'CatalogTooNew';
}

/**
 * Migrates a database, empty or in use, to the tables that the queries need. Idempotent, so it runs at every start.
 * Returns the names of the migrations that were run.
 */
export async function migrate(db: Kysely<Schema>): Promise<readonly string[]> {
  const { error, results } = await migratorOf(db).migrateToLatest();
  if (error === undefined) return (results ?? []).map(({ migrationName }) => migrationName);

  await refuseNewer(db, error);
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  throw new Error(`The catalog could not be prepared${failed === undefined ? '' : ` (at ${failed})`}.`, {
    cause: error,
  });
}

/** Throws if the database does not have the tables that the queries need. Changes nothing. */
export async function expectMigrated(db: Kysely<Schema>): Promise<void> {
  await refuseNewer(db);
  const known = await migratorOf(db).getMigrations();
  if (known.every(({ executedAt }) => executedAt === undefined)) throw new NoStorage('There is no catalog in it.');
  const missing = known.filter(({ executedAt }) => executedAt === undefined);
  if (missing.length > 0)
    throw new NoStorage(
      'Its catalog belongs to an older version of Larder. Start a server of this version once, then try again.',
    );
}

/** Returns the names of a database's migrations. Throws if it has none, or any of a newer version. */
export async function migrationsIn(db: Kysely<Schema>): Promise<readonly string[]> {
  await refuseNewer(db);
  const known = await migratorOf(db).getMigrations();
  const executed = known.filter(({ executedAt }) => executedAt !== undefined).map(({ name }) => name);
  if (executed.length === 0) throw new NoStorage('There is no catalog in it.');
  return executed;
}

/** Throws `CatalogTooNew` if one of these migrations is unknown. */
export function expectKnownMigrations(names: readonly string[]): void {
  const unknown = names.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new CatalogTooNew(`It was created by a newer version of Larder, which added ${unknown.join(', ')}.`);
}

function migratorOf(db: Kysely<Schema>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
}

async function refuseNewer(db: Kysely<Schema>, cause?: unknown): Promise<void> {
  const unknown = await migrationsOfNewerVersions(db);
  if (unknown.length === 0) return;
  throw new CatalogTooNew(
    `The catalog was last opened by a newer version of Larder, which added ${unknown.join(', ')}. ` +
      'Start that version, or restore an older backup.',
    { cause },
  );
}

/** The table that Kysely creates itself. */
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

/** Opens the catalog that the settings name: a PostgreSQL database, or a file in the data folder. */
import path from 'node:path';
import { CatalogUnavailable, type Catalog } from '../storage/catalog.ts';
import { openSqliteCatalog } from '../storage/catalog/open-sqlite.ts';
import { UnusableSettings, type Settings } from './settings.ts';

type CatalogSettings = Pick<Settings, 'dataDir' | 'databaseUrl'>;

/** Throws `UnusableSettings` when the database does not answer now. */
export async function openCatalog({ dataDir, databaseUrl }: CatalogSettings): Promise<Catalog> {
  if (databaseUrl === undefined) return await openSqliteCatalog({ file: path.join(dataDir, 'larder.sqlite') });
  // With a driver that other starts need not wait for.
  const { openPostgresCatalog } = await import('../storage/catalog/open-postgres.ts');
  try {
    return await openPostgresCatalog({ url: databaseUrl });
  } catch (error) {
    throw error instanceof CatalogUnavailable ? unusableDatabase(databaseUrl, error) : error;
  }
}

/** What to say of a PostgreSQL database that does not answer at the start. */
export function unusableDatabase(databaseUrl: string, error: CatalogUnavailable): UnusableSettings {
  const { host, pathname } = new URL(databaseUrl);
  return new UnusableSettings(
    `LARDER_DATABASE_URL names ${JSON.stringify(pathname.slice(1))} at ${JSON.stringify(host)}, which cannot be used ` +
      `(${reasonOf(error.cause)}); it must be a database that is there and that this user may log in to.`,
    { cause: error },
  );
}

/** A host with several addresses fails with several errors, and no text of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ');
  return cause instanceof Error ? cause.message : 'no reason given';
}

/** Opens the catalog that the settings name: a PostgreSQL database, or a file in the data folder. */
import path from 'node:path';
import { CatalogUnavailable, type Catalog } from '../storage/catalog.ts';
import { openSqliteCatalog } from '../storage/catalog/open-sqlite.ts';
import { UnusableSettings, type Settings } from './settings.ts';

type CatalogSettings = Pick<Settings, 'dataDir' | 'databaseUrl'>;

/** Throws `UnusableSettings` if the database does not respond. */
export async function openCatalog({ dataDir, databaseUrl }: CatalogSettings): Promise<Catalog> {
  if (databaseUrl === undefined) return await openSqliteCatalog({ file: path.join(dataDir, 'larder.sqlite') });
  // Imported only if it is needed, because loading the driver takes time.
  const { openPostgresCatalog } = await import('../storage/catalog/open-postgres.ts');
  try {
    return await openPostgresCatalog({ url: databaseUrl });
  } catch (error) {
    throw error instanceof CatalogUnavailable ? unusableDatabase(databaseUrl, error) : error;
  }
}

/** Returns the error for a PostgreSQL database that does not respond at the start. */
export function unusableDatabase(databaseUrl: string, error: CatalogUnavailable): UnusableSettings {
  const { host, pathname } = new URL(databaseUrl);
  return new UnusableSettings(
    `LARDER_DATABASE_URL names ${JSON.stringify(pathname.slice(1))} at ${JSON.stringify(host)}. The server cannot connect to it ` +
      `(${reasonOf(error.cause)}). Check that the database exists and that this user may log in.`,
    { cause: error },
  );
}

/** Returns the reason of an error. A host with several addresses fails with an error per address and no message. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ');
  return cause instanceof Error ? cause.message : 'unknown reason';
}

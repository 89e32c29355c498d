/** Opens the storage of a server, running or not, as the settings name it: to look at it, and to make nothing. */
import path from 'node:path';
import { NoStorage, type ExistingBlobs } from '../storage/blob-store.ts';
import { CatalogUnavailable } from '../storage/catalog.ts';
import { openExistingRecords, type OpenRecords } from '../storage/catalog/open-existing.ts';
import { openExistingFileBlobs } from '../storage/file-blob-store.ts';
import { UnusableSettings, type Settings } from './settings.ts';
import { unusableDatabase } from './open-catalog.ts';

export interface ExistingStorage extends OpenRecords {
  readonly blobs: ExistingBlobs;
}

/** Throws `UnusableSettings` when there is no such storage, or it does not answer. */
export async function openExistingStorage({
  dataDir,
  databaseUrl,
}: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<ExistingStorage> {
  const blobs = await openExistingFileBlobs({ folder: path.join(dataDir, 'blobs') }).catch((cause: unknown) => {
    const right = 'a folder that a server has used';
    throw missing(cause, `LARDER_DATA_DIR is ${JSON.stringify(dataDir)}; it must be ${right}.`);
  });
  const place = databaseUrl === undefined ? { file: path.join(dataDir, 'larder.sqlite') } : { url: databaseUrl };
  const catalog = await openExistingRecords(place).catch((cause: unknown) => {
    if (databaseUrl !== undefined && cause instanceof CatalogUnavailable) throw unusableDatabase(databaseUrl, cause);
    const name = databaseUrl === undefined ? 'LARDER_DATA_DIR' : 'LARDER_DATABASE_URL';
    throw missing(cause, `${name} must name the database of a server.`);
  });
  return { blobs, ...catalog };
}

function missing(cause: unknown, right: string): unknown {
  return cause instanceof NoStorage ? new UnusableSettings(`${right} ${cause.message}`, { cause }) : cause;
}

/** Opens the storage of a server, running or not, as the settings name it: to look at it, and to make nothing. */
import path from 'node:path';
import { NoStorage, type ExistingBlobs } from '../storage/blob-store.ts';
import { CatalogUnavailable } from '../storage/catalog.ts';
import type { DatabasePlace } from '../storage/catalog/backup/snapshot.ts';
import { openExistingRecords, type OpenRecords } from '../storage/catalog/open-existing.ts';
import { openExistingFileBlobs } from '../storage/file-blob-store.ts';
import { UnusableSettings, type Settings } from './settings.ts';
import { unusableDatabase } from './open-catalog.ts';

export interface ExistingStorage extends OpenRecords {
  readonly blobs: ExistingBlobs;
}

type StorageSettings = Pick<Settings, 'dataDir' | 'databaseUrl'>;

/** Throws `UnusableSettings` when there is no such storage, or it does not answer. */
export async function openExistingStorage(settings: StorageSettings): Promise<ExistingStorage> {
  const blobs = await openExistingBlobs(settings);
  const catalog = await explainedDatabase(settings, () => openExistingRecords(databasePlace(settings)));
  return { blobs, ...catalog };
}

/** Throws `UnusableSettings` if there are none. */
export async function openExistingBlobs({ dataDir }: StorageSettings): Promise<ExistingBlobs> {
  return await openExistingFileBlobs({ folder: path.join(dataDir, 'blobs') }).catch((cause: unknown) => {
    const right = 'a folder that a server has used';
    throw missing(cause, `LARDER_DATA_DIR is ${JSON.stringify(dataDir)}; it must be ${right}.`);
  });
}

export function databasePlace({ dataDir, databaseUrl }: StorageSettings): DatabasePlace {
  return databaseUrl === undefined ? { file: path.join(dataDir, 'larder.sqlite') } : { url: databaseUrl };
}

/** Runs `work` with the database; that it does not exist or does not respond is thrown as `UnusableSettings`. */
export async function explainedDatabase<Result>(
  { databaseUrl }: StorageSettings,
  work: () => Promise<Result>,
): Promise<Result> {
  return await work().catch((cause: unknown) => {
    if (databaseUrl !== undefined && cause instanceof CatalogUnavailable) throw unusableDatabase(databaseUrl, cause);
    const name = databaseUrl === undefined ? 'LARDER_DATA_DIR' : 'LARDER_DATABASE_URL';
    throw missing(cause, `${name} must name the database of a server.`);
  });
}

function missing(cause: unknown, right: string): unknown {
  return cause instanceof NoStorage ? new UnusableSettings(`${right} ${cause.message}`, { cause }) : cause;
}

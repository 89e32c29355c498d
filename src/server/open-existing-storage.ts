/** Opens the existing storage that the settings name, and creates nothing. Servers may run meanwhile. */
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

/** Throws `UnusableSettings` if the storage does not exist or does not respond. */
export async function openExistingStorage(settings: StorageSettings): Promise<ExistingStorage> {
  const blobs = await openExistingBlobs(settings);
  const catalog = await explainedDatabase(settings, () => openExistingRecords(databasePlace(settings)));
  return { blobs, ...catalog };
}

/** Throws `UnusableSettings` if the folder contains no blob store. */
export async function openExistingBlobs({ dataDir }: StorageSettings): Promise<ExistingBlobs> {
  return await openExistingFileBlobs({ folder: path.join(dataDir, 'blobs') }).catch((cause: unknown) => {
    const right = 'the data folder of a server';
    throw missing(cause, `LARDER_DATA_DIR is ${JSON.stringify(dataDir)}; it must be ${right}.`);
  });
}

export function databasePlace({ dataDir, databaseUrl }: StorageSettings): DatabasePlace {
  return databaseUrl === undefined ? { file: path.join(dataDir, 'larder.sqlite') } : { url: databaseUrl };
}

/** Runs `work` with the database. Throws `UnusableSettings` if the database does not exist or does not respond. */
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

/** Restores a backup into the empty data folder and the empty database that the environment names. */
import { copyFile, mkdir, open, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { expectEmptyPostgres, restorePostgres, UnusableTarget } from '../../storage/catalog/backup/postgres.ts';
import { findProgram } from '../../storage/catalog/backup/postgres-programs.ts';
import { openBlobArchive } from '../../storage/file-blob-archive.ts';
import { isMissing, removeFile } from '../../storage/file-blobs/remove-file.ts';
import { syncFolder } from '../../storage/sync-folder.ts';
import { explainedDatabase } from '../open-existing-storage.ts';
import { prepareDataFolder } from '../prepare-data-folder.ts';
import { readSettings, type Settings } from '../settings.ts';
import { expectBackup, lockBackupFolder } from './backup-folder.ts';
import { readBlobList } from './blob-list.ts';
import { copyBlobs, type BlobFinding } from './copy-blobs.ts';
import { BackupRefused, type Manifest } from './manifest.ts';
import { countProgress, type BackupOptions } from './progress.ts';
import { findChangedFiles } from './verify.ts';

export { UnusableSettings } from '../settings.ts';
export { BackupRefused } from './manifest.ts';

export interface RestoreReport {
  readonly manifest: Manifest;
  readonly dataDir: string;
  /** Blobs that are missing or damaged in the backup. All others were restored. */
  readonly findings: readonly BlobFinding[];
}

/** Marks a data folder that is being restored, so that an interrupted restore can continue. */
const marker = 'restore-unfinished';
const databaseFile = 'larder.sqlite';

/**
 * Restores the database last, so that a server finds either nothing or everything. Throws `UnusableSettings`,
 * `BackupRefused` or `ProgramMissing`.
 */
export async function restore(
  environment: Readonly<Record<string, string | undefined>>,
  source: string,
  { progress, stop }: BackupOptions = {},
): Promise<RestoreReport> {
  const settings = readSettings(environment);
  const folder = path.resolve(source);
  await expectBackup(folder);
  using lock = await lockBackupFolder(folder);
  void lock;
  const manifest = await expectBackup(folder);
  await expectIntact(folder, manifest);
  await expectEmptyTarget(settings, manifest);

  const { dataDir } = settings;
  await prepareDataFolder(dataDir);
  await (await open(path.join(dataDir, marker), 'a', 0o600)).close();
  const blobs = path.join(dataDir, 'blobs');
  const target = openBlobArchive({ folder: blobs });
  await target.sweep();
  for (const name of ['blobs', 'staging']) await mkdir(path.join(blobs, name), { recursive: true, mode: 0o700 });
  const { findings } = await copyBlobs(
    readBlobList(path.join(folder, manifest.blobs.list)),
    openBlobArchive({ folder }),
    target,
    { progress: countProgress('blobs', manifest.blobs, progress), stop },
  );
  await target.close();
  progress?.({ doing: 'database', share: 0 });
  await placeDatabase(settings, path.join(folder, manifest.database.file), manifest, stop);
  await removeFile(path.join(dataDir, marker));
  await syncFolder(dataDir);
  return { manifest, dataDir, findings };
}

async function expectIntact(folder: string, manifest: Manifest): Promise<void> {
  const [changed] = await findChangedFiles(folder, manifest);
  if (changed === undefined) return;
  throw new BackupRefused(
    `The backup at ${folder} is damaged: ${changed.at} ${changed.detail}.\nNothing was restored. Use another copy of the backup.`,
  );
}

async function expectEmptyTarget(settings: Settings, { database }: Manifest): Promise<void> {
  const { dataDir, databaseUrl } = settings;
  if (database.kind === 'sqlite' && databaseUrl !== undefined)
    throw new BackupRefused(
      'The backup is of an SQLite database, but LARDER_DATABASE_URL names a PostgreSQL database.\nRestore it without the URL of a database.',
    );
  if (database.kind === 'postgres' && databaseUrl === undefined)
    throw new BackupRefused(
      'The backup is of a PostgreSQL database, but LARDER_DATABASE_URL is not set.\nSet it to the URL of an empty database.',
    );
  const names = await readdir(dataDir).catch((error: unknown): string[] => {
    if (isMissing(error)) return [];
    throw error;
  });
  const unfinished = names.includes(marker) && !names.includes(databaseFile);
  // The root folder of every ext4 file system contains lost+found.
  if (names.some((name) => name !== 'lost+found') && !unfinished)
    throw new BackupRefused(
      `LARDER_DATA_DIR is ${JSON.stringify(dataDir)}, which is not empty. A restore never replaces files.\n` +
        'Set it to an empty folder or one that does not exist yet, or move its files away.',
    );
  if (databaseUrl === undefined) return;
  await findProgram('pg_restore', database.program);
  try {
    await explainedDatabase(settings, () => expectEmptyPostgres(databaseUrl, database));
  } catch (error) {
    throw error instanceof UnusableTarget ? new BackupRefused(error.message, { cause: error }) : error;
  }
}

async function placeDatabase(
  { dataDir, databaseUrl }: Settings,
  copy: string,
  { database }: Manifest,
  stop: AbortSignal | undefined,
): Promise<void> {
  if (databaseUrl !== undefined) return await restorePostgres(copy, database, { url: databaseUrl, stop });
  const temporary = path.join(dataDir, `${databaseFile}.new`);
  await copyFile(copy, temporary);
  const handle = await open(temporary, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path.join(dataDir, databaseFile));
}

/**
 * Backs up the storage that the environment names. Servers may run meanwhile.
 *
 * Why a backup is consistent: the database is a snapshot, and the blobs are those that the snapshot references. A
 * location is never reused and its bytes never change, so they may be copied after the snapshot. Servers keep the bytes
 * of unreferenced blobs while a hold exists, and the hold is taken before the snapshot (see `isHeld` in blob-store.ts).
 * If bytes vanish nevertheless (a server of an older version, a network file system that shows the hold late), their
 * package was deleted after the snapshot, and a new snapshot is taken, which no longer references them. Bytes that are
 * missing although the next snapshot references them were lost before; they are reported.
 *
 * Why a crash leaves a valid backup: new files have new names and are durable before the manifest is replaced, and
 * files that only the old manifest references are removed after that.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { openSnapshot, type DatabasePlace, type DatabaseSnapshot } from '../../storage/catalog/backup/snapshot.ts';
import { openBlobArchive, type BlobArchive } from '../../storage/file-blob-archive.ts';
import { newUnique } from '../../storage/file-blobs/location.ts';
import { removeFile } from '../../storage/file-blobs/remove-file.ts';
import { syncFolder } from '../../storage/sync-folder.ts';
import { databasePlace, explainedDatabase, openExistingBlobs } from '../open-existing-storage.ts';
import { readSettings } from '../settings.ts';
import { lockBackupFolder, prepareBackupFolder } from './backup-folder.ts';
import { readBlobList, writeBlobList } from './blob-list.ts';
import { copyBlobs, type BlobFinding, type CopiedBlobs } from './copy-blobs.ts';
import { fileDigest } from './file-digest.ts';
import { BackupRefused, isGeneration, newManifest, readManifest, writeManifest, type Manifest } from './manifest.ts';
import { countProgress, type BackupOptions } from './progress.ts';

export { UnusableSettings } from '../settings.ts';
export { BackupRefused } from './manifest.ts';

export interface BackupReport {
  readonly manifest: Manifest;
  /** Blobs that this run copied, and their bytes. */
  readonly copied: number;
  readonly copiedBytes: number;
  /** Blobs of an earlier backup that were removed. */
  readonly removed: number;
  /** Blobs that the storage has lost. The backup contains everything else. */
  readonly findings: readonly BlobFinding[];
}

/** Throws `UnusableSettings`, `BackupRefused` or `ProgramMissing`. An existing backup in the folder stays valid. */
export async function backUp(
  environment: Readonly<Record<string, string | undefined>>,
  target: string,
  options: BackupOptions = {},
): Promise<BackupReport> {
  const settings = readSettings(environment);
  const blobs = await openExistingBlobs(settings);
  const folder = path.resolve(target);
  const previous = await readManifest(folder);
  // The hold must exist before the snapshot.
  await using hold = await blobs.hold();
  void hold;
  const place = databasePlace(settings);
  const open = (): Promise<DatabaseSnapshot> => explainedDatabase(settings, () => openSnapshot(place));
  await using first = await open();
  expectSameServer(folder, previous, first);
  await prepareBackupFolder(folder);
  using lock = await lockBackupFolder(folder);
  void lock;
  const archive = openBlobArchive({ folder });
  await archive.sweep();
  try {
    const { manifest, copied } = await copyConsistently({ folder, place, first, open, archive, blobs, options });
    await writeManifest(folder, manifest);
    const removed = await removeOthers(folder, manifest, archive);
    return { manifest, ...copied, removed };
  } finally {
    await archive.close();
  }
}

function expectSameServer(folder: string, previous: Manifest | undefined, { organization }: DatabaseSnapshot): void {
  if (!previous || previous.organization.id === organization.id) return;
  throw new BackupRefused(
    `${folder} has the backup of another server (organization ${previous.organization.slug}, ${previous.begun}), which would be replaced.\n` +
      'Specify another folder, or check LARDER_DATA_DIR and LARDER_DATABASE_URL.',
  );
}

interface Work {
  readonly folder: string;
  readonly place: DatabasePlace;
  readonly first: DatabaseSnapshot;
  readonly open: () => Promise<DatabaseSnapshot>;
  readonly archive: BlobArchive;
  readonly blobs: Awaited<ReturnType<typeof openExistingBlobs>>;
  readonly options: BackupOptions;
}

/** More than one snapshot is needed only if blobs vanish despite the hold. */
const mostMoments = 5;

async function copyConsistently(work: Work): Promise<{ readonly manifest: Manifest; readonly copied: CopiedBlobs }> {
  let missingBefore: ReadonlySet<string> = new Set();
  let [copied, copiedBytes] = [0, 0];
  for (let moment = 1; moment <= mostMoments; moment += 1) {
    const { manifest, blobs } = await copyMoment(work, moment === 1 ? work.first : await work.open());
    copied += blobs.copied;
    copiedBytes += blobs.copiedBytes;
    const { findings } = blobs;
    const missing = findings.filter(({ kind }) => kind === 'missing').map(({ at }) => at);
    if (missing.every((location) => missingBefore.has(location))) {
      const lost = { ...manifest.blobs, lost: findings.length };
      return { manifest: { ...manifest, blobs: lost }, copied: { copied, copiedBytes, findings } };
    }
    missingBefore = new Set(missing);
    await removeGeneration(work.folder, manifest);
  }
  throw new BackupRefused(
    `Blobs were removed during ${mostMoments} attempts to copy them: a server with an older version of Larder uses this data folder.\n` +
      'Run the same version everywhere, or try again when fewer packages are deleted. An existing backup in the folder is still valid.',
  );
}

/** Copies the database of a snapshot and then its blobs that are not in the backup yet. Closes the snapshot. */
async function copyMoment(
  { folder, place, archive, blobs, options }: Work,
  snapshot: DatabaseSnapshot,
): Promise<{ readonly manifest: Manifest; readonly blobs: CopiedBlobs }> {
  const { progress, stop } = options;
  const begun = new Date().toISOString();
  const unique = newUnique();
  const file = `database-${unique}.${'url' in place ? 'dump' : 'sqlite'}`;
  const list = `blobs-${unique}.txt`;
  const at = path.join(folder, file);
  try {
    const { organization, migrations } = snapshot;
    const listed = await writeBlobList(path.join(folder, list), sizesOf(snapshot));
    const written = await snapshot.write(at, (share) => progress?.({ doing: 'database', share }), stop);
    stop?.throwIfAborted();
    // End the transaction early: while it is open, SQLite's log grows and PostgreSQL keeps old rows.
    await snapshot[Symbol.asyncDispose]();
    const [{ size: bytes }, sha256] = [await stat(at), await fileDigest(at)];
    const { server, program } = written.kind === 'postgres' ? written : { server: 0, program: 0 };
    const copied = await copyBlobs(readBlobList(path.join(folder, list)), blobs, archive, {
      progress: countProgress('blobs', listed, progress),
      stop,
    });
    await syncFolder(folder);
    const manifest = newManifest({
      begun,
      organization,
      database: { kind: written.kind, file, bytes, sha256, migrations, server, program },
      blobs: { list, ...listed, lost: 0 },
    });
    return { manifest, blobs: copied };
  } catch (error) {
    await snapshot[Symbol.asyncDispose]();
    // If this fails, the next backup removes them.
    for (const name of [file, list]) await removeFile(path.join(folder, name)).catch(() => undefined);
    throw error;
  }
}

async function* sizesOf(snapshot: DatabaseSnapshot) {
  for await (const { location, size } of snapshot.walk()) yield { location, size };
}

async function removeGeneration(folder: string, { database, blobs }: Manifest): Promise<void> {
  for (const name of [database.file, blobs.list]) await removeFile(path.join(folder, name));
}

/**
 * Removes files of earlier and unfinished backups that the manifest does not name. Returns the number of removed blobs.
 */
async function removeOthers(folder: string, { database, blobs }: Manifest, archive: BlobArchive): Promise<number> {
  for (const name of await readdir(folder)) {
    if (isGeneration(name) && name !== database.file && name !== blobs.list) await removeFile(path.join(folder, name));
  }
  let removed = 0;
  const listed = readBlobList(path.join(folder, blobs.list));
  // Both sequences are ordered by location.
  let next = await listed.next();
  for await (const { location } of archive.list()) {
    while (!next.done && next.value.location < location) next = await listed.next();
    if (!next.done && next.value.location === location) continue;
    await archive.remove(location);
    removed += 1;
  }
  await listed.return(undefined);
  return removed;
}

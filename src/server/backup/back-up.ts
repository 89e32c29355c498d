/**
 * Backs up the storage of a server, running or not, as the environment names it.
 *
 * Why a backup is consistent: the database is copied at one moment, and the blobs are those that this moment names. A
 * location is never used twice and its bytes never change, so copying them later copies what was there at that moment.
 * They cannot vanish meanwhile: servers keep the bytes of unreferenced blobs while a hold exists, and the hold is taken
 * before the moment (see `isHeld` in blob-store.ts). If bytes vanish all the same (a server of an older version, a file
 * system whose clients see a hold late), their package was deleted after that moment, and the database is copied again: a
 * moment that no longer names them. Bytes that a later moment still names were lost before; they are reported.
 *
 * Why a crash leaves a backup valid: everything new has new names and is durable before the manifest is replaced, and what
 * only the old manifest names is removed after that.
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
  /** Blobs that were copied now, and their bytes. */
  readonly copied: number;
  readonly copiedBytes: number;
  /** Blobs of an earlier backup that were removed. */
  readonly removed: number;
  /** Blobs that the storage has lost: the backup is complete without them. */
  readonly findings: readonly BlobFinding[];
}

/** Throws `UnusableSettings`, `BackupRefused`, or `ProgramMissing`; an earlier backup in the folder is valid then. */
export async function backUp(
  environment: Readonly<Record<string, string | undefined>>,
  target: string,
  options: BackupOptions = {},
): Promise<BackupReport> {
  const settings = readSettings(environment);
  const blobs = await openExistingBlobs(settings);
  const folder = path.resolve(target);
  const previous = await readManifest(folder);
  // Before the first look at the database.
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
    `${folder} has the backup of another server (of organization ${previous.organization.slug}, made ${previous.begun}), which would be replaced.\n` +
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

/** More moments are tried only if blobs vanish although they are held. */
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
    `Blobs were removed while they were copied, ${mostMoments} times: a server of an older version of Larder uses this data folder.\n` +
      'Run the same version everywhere, or try again when fewer packages are deleted. An earlier backup in the folder is valid.',
  );
}

/** Copies the database of a moment and then its blobs, as far as they are new. Closes the snapshot. */
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
    // The transaction ends here: while it is open, SQLite's log grows, and PostgreSQL keeps old rows.
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
    // The next backup would remove them too.
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

/** Removes what this manifest does not name: of earlier backups, and of those that did not end. Returns how many blobs. */
async function removeOthers(folder: string, { database, blobs }: Manifest, archive: BlobArchive): Promise<number> {
  for (const name of await readdir(folder)) {
    if (isGeneration(name) && name !== database.file && name !== blobs.list) await removeFile(path.join(folder, name));
  }
  let removed = 0;
  const listed = readBlobList(path.join(folder, blobs.list));
  // Both are ordered by location.
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

/** Verifies a backup by reading all of it. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findDumpDamage } from '../../storage/catalog/backup/postgres.ts';
import { ProgramMissing } from '../../storage/catalog/backup/postgres-programs.ts';
import { findSqliteDamage } from '../../storage/catalog/backup/sqlite.ts';
import { eachConcurrently } from '../../registry/each-concurrently.ts';
import { differingDigests } from '../../registry/differing-digests.ts';
import { openBlobArchive, type BlobArchive } from '../../storage/file-blob-archive.ts';
import { digestOf } from '../../storage/file-blobs/location.ts';
import { isMissing } from '../../storage/file-blobs/remove-file.ts';
import { expectBackup, lockBackupFolder } from './backup-folder.ts';
import { readBlobList, type ListedBlob } from './blob-list.ts';
import type { BlobFinding } from './copy-blobs.ts';
import { fileDigest } from './file-digest.ts';
import type { Manifest } from './manifest.ts';
import { countProgress, type BackupOptions } from './progress.ts';

export { BackupRefused } from './manifest.ts';

/** A missing or damaged file of a backup. */
export interface VerifyFinding {
  readonly kind: BlobFinding['kind'] | 'damaged';
  /** The name of a file of the backup, or the location of a blob. */
  readonly at: string;
  readonly detail: string;
}

export interface VerifyReport {
  readonly manifest: Manifest;
  /** A sentence about checks that were left out; undefined if everything was checked. */
  readonly unchecked: string | undefined;
}

export interface VerifyOptions extends Pick<BackupOptions, 'progress'> {
  /** Called with each finding as soon as it is made. The verification waits for it. */
  readonly found: (finding: VerifyFinding) => Promise<void>;
}

/** Changes nothing. Throws `BackupRefused` if there is no backup, or if this version cannot read it. */
export async function verifyBackup(target: string, { found, progress }: VerifyOptions): Promise<VerifyReport> {
  const folder = path.resolve(target);
  await expectBackup(folder);
  using lock = await lockBackupFolder(folder);
  void lock;
  const manifest = await expectBackup(folder);
  const changed = await findChangedFiles(folder, manifest);
  for (const finding of changed) await found(finding);
  const isChanged = (name: string): boolean => changed.some(({ at }) => at === name);
  const { database, blobs } = manifest;
  let unchecked: string | undefined;
  if (!isChanged(database.file)) {
    const damage = await findDatabaseDamage(folder, manifest).catch((error: unknown) => {
      if (!(error instanceof ProgramMissing)) throw error;
      unchecked = `The digest of the dump is right, but the dump was not checked with pg_restore. ${error.message}`;
      return [];
    });
    for (const detail of damage) await found({ kind: 'damaged', at: database.file, detail });
  }
  if (isChanged(blobs.list)) return { manifest, unchecked };
  const archive = openBlobArchive({ folder });
  const count = countProgress('blobs', blobs, progress);
  await eachConcurrently(readBlobList(path.join(folder, blobs.list)), together, async (blob) => {
    const finding = await judgeBlob(archive, blob);
    if (finding) await found(finding);
    count(blob.size);
  });
  return { manifest, unchecked };
}

const together = 8;

/** Compares the database and the list with their digests in the manifest. */
export async function findChangedFiles(folder: string, { database, blobs }: Manifest): Promise<VerifyFinding[]> {
  const findings = [
    await judgeFile(folder, database.file, database),
    await judgeFile(folder, blobs.list, { sha256: blobs.sha256 }),
  ];
  return findings.filter((finding) => finding !== undefined);
}

async function judgeFile(
  folder: string,
  at: string,
  { bytes, sha256 }: { readonly bytes?: number; readonly sha256: string },
): Promise<VerifyFinding | undefined> {
  try {
    const file = path.join(folder, at);
    const { size } = await stat(file);
    if (bytes !== undefined && size !== bytes)
      return { kind: 'wrong-size', at, detail: `has ${size} bytes instead of ${bytes}` };
    if ((await fileDigest(file)) === sha256) return undefined;
    return { kind: 'wrong-digest', at, detail: 'has a different digest than the manifest' };
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing', at, detail: 'does not exist' };
    throw error;
  }
}

async function findDatabaseDamage(folder: string, { database }: Manifest): Promise<readonly string[]> {
  const file = path.join(folder, database.file);
  return database.kind === 'sqlite' ? findSqliteDamage(file) : await findDumpDamage(file, database);
}

async function judgeBlob(archive: BlobArchive, { location, size }: ListedBlob): Promise<BlobFinding | undefined> {
  const actual = await archive.sizeOf(location);
  if (actual === undefined) return { kind: 'missing', at: location, detail: 'is in the list, but does not exist' };
  if (actual !== size) return { kind: 'wrong-size', at: location, detail: `has ${actual} bytes instead of ${size}` };
  const differing = await differingDigests(await archive.open(location), { sha256: digestOf(location) });
  if (differing.length === 0) return undefined;
  return { kind: 'wrong-digest', at: location, detail: 'has a different digest than its name' };
}

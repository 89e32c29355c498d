/** Adds the files of a release to a package, in a transaction that holds the registry's row. */
import type { NewFile } from '../../model/records.ts';
import type { Digests } from '../../model/values.ts';
import type { NewRelease, ReleaseRefused } from '../releases.ts';
import { adopt } from './blob-rows.ts';
import { inBatches } from './in-batches.ts';
import type { Database } from './transaction.ts';
import { unreferenceFiles } from './unreference.ts';

interface Target {
  readonly id: string;
  readonly isNew: boolean;
}

interface PutFiles {
  /** The files that the package did not have. */
  readonly changed: readonly NewFile[];
  readonly adopted: ReadonlySet<string>;
}

type Undo = (outcome: ReleaseRefused) => never;

/** Files that the package has already, with the same bytes and the same role, stay as they are. */
export async function putFiles(trx: Database, target: Target, release: NewRelease, undo: Undo): Promise<PutFiles> {
  const { files, upload, stored } = release;
  const existing = target.isNew ? [] : await readFiles(trx, target.id);
  const changed = files.filter((file) => !existing.some((one) => isSame(one, file)));
  const replaced = findReplaced(existing, changed, release, undo);
  checkStated(
    existing.filter((file) => !replaced.includes(file)),
    changed,
    undo,
  );
  await removeFiles(trx, target.id, replaced);

  const offered = changed.filter(({ blob }) => !stored.has(blob.digests.sha256)).map(({ blob }) => blob);
  const adopted = await adopt(
    trx,
    offered,
    offered.filter(({ digests }) => digests.sha256 === upload?.sha256),
  );
  await insertFiles(trx, target.id, release, { changed, after: Math.max(0, ...existing.map((file) => file.position)) });
  return { changed, adopted };
}

interface ExistingFile {
  readonly name: string;
  /** 0 for the main file. */
  readonly position: number;
  readonly role: NewFile['role'];
  readonly digests: Digests;
  readonly mainSha256: string | null;
}

async function readFiles(trx: Database, packageId: string): Promise<ExistingFile[]> {
  const ofPackage = trx.selectFrom('files').innerJoin('blobs', 'blobs.sha256', 'files.sha256');
  const rows = await ofPackage
    .where('package_id', '=', packageId)
    .select(['name', 'position', 'role', 'main_sha256', 'blobs.sha256', 'blobs.sha512'])
    .execute();
  return rows.map(({ sha256, sha512, main_sha256: mainSha256, ...file }) => ({
    ...file,
    mainSha256,
    digests: { sha256, sha512 },
  }));
}

function isSame({ name, role, digests }: ExistingFile, file: NewFile): boolean {
  return name === file.name && role === file.role && digests.sha256 === file.blob.digests.sha256;
}

/** Returns the files that must go: those with the name of a new one, and what belongs to a main file that goes. */
function findReplaced(
  existing: readonly ExistingFile[],
  changed: readonly NewFile[],
  { files, sameName }: NewRelease,
  undo: Undo,
): ExistingFile[] {
  const added = new Map(changed.map((file) => [file.name, file]));
  const hasNewMain = changed.some(({ role }) => role === 'main');
  const main = hasNewMain ? existing.find(({ role }) => role === 'main') : undefined;
  const names = new Set(files.map(({ name }) => name));
  return existing.filter((file) => {
    const successor = added.get(file.name);
    const isDerivedFromOld = main !== undefined && file.role === 'derived' && !names.has(file.name);
    if (successor === undefined && file !== main && !isDerivedFromOld) return false;
    const isDerived = file.role === 'derived';
    const hasSameBytes = successor?.blob.digests.sha256 === file.digests.sha256;
    if (sameName === 'refuse' && !isDerived && !hasSameBytes)
      undo({ outcome: 'file-exists', name: file.name, digests: file.digests });
    return true;
  });
}

/** Rejects the release if a file, kept or new, is about another main file than that of the package. */
function checkStated(kept: readonly ExistingFile[], changed: readonly NewFile[], undo: Undo): void {
  const added = changed.map(({ blob, ...file }) => ({ ...file, digests: blob.digests, isNew: true }));
  const all = [...kept.map((file) => ({ ...file, isNew: false })), ...added];
  const main = all.find(({ role }) => role === 'main');
  if (main === undefined) return;
  const { name, digests } = main;
  for (const { name: other, mainSha256: stated = null, isNew } of all)
    if (stated !== null && stated !== digests.sha256)
      undo({ outcome: 'other-main', name: other, isNew, stated, main: { name, sha256: digests.sha256 } });
}

/** Before new blobs are locked, because rows of unreferenced blobs are locked before those of blobs everywhere. */
async function removeFiles(trx: Database, packageId: string, files: readonly ExistingFile[]): Promise<void> {
  for (const batch of inBatches(files)) {
    const names = batch.map(({ name }) => name);
    await unreferenceFiles(trx, packageId, names);
    await trx.deleteFrom('files').where('package_id', '=', packageId).where('name', 'in', names).execute();
  }
}

async function insertFiles(
  trx: Database,
  packageId: string,
  { package: { registryId, createdAt } }: NewRelease,
  { changed, after }: { readonly changed: readonly NewFile[]; readonly after: number },
): Promise<void> {
  let position = after;
  const rows = changed.map(({ name, blob, role, mediaType, mainSha256 = null }) => ({
    package_id: packageId,
    position: role === 'main' ? 0 : (position += 1),
    registry_id: registryId,
    name,
    sha256: blob.digests.sha256,
    created_at: createdAt.toISOString(),
    role,
    media_type: mediaType,
    main_sha256: mainSha256,
  }));
  for (const batch of inBatches(rows)) await trx.insertInto('files').values(batch).execute();
}

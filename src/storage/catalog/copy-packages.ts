/** Copies packages to another registry: their records, not their bytes. */
import type { IndexEntry } from '../../model/entries.ts';
import type { NewFile } from '../../model/records.ts';
import type { JsonObject } from '../../model/values.ts';
import type { Copies, CopyOptions, CopyOutcome, NewCopy, NewRelease } from '../releases.ts';
import { BLOB_COLUMNS, holdBlobs, toBlob } from './blob-rows.ts';
import { readClaims } from './claims.ts';
import { changedPackage, keepChange } from './changes.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import { putRelease } from './put-release.ts';
import { copyRejection } from './rejections.ts';
import { addRevision } from './revisions.ts';
import { transact, type Database } from './transaction.ts';

type Undo = (outcome: CopyOutcome) => never;

/** Copies all packages, or none. */
export async function copyPackages(
  write: Database,
  { requested, needed }: Copies,
  options: CopyOptions,
): Promise<CopyOutcome> {
  return await transact<CopyOutcome>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, requested.package.registryId)) ?? undo({ outcome: 'gone' });
    await holdSources(trx, [...needed, requested], undo);
    const others: (readonly [NewCopy, NewRelease])[] = [];
    for (const copy of needed) others.push([copy, await readRelease(trx, copy, options, undo)]);
    const release = await readRelease(trx, requested, options, undo);
    await holdBlobs(trx, [
      ...new Set([...others.map(([, other]) => other), release].flatMap(({ stored }) => [...stored])),
    ]);
    const put = async (one: NewRelease) =>
      await putRelease(trx, one, { revision, undo: (refusal) => undo({ ...refusal, of: one.package }) });
    for (const [{ sourceId }, one] of others) await copyRejection(trx, sourceId, (await put(one)).packageId);
    const { isChanged: _isChanged, packageId, tagged, ...outcome } = await put({ ...release, mode: 'new' });
    await copyRejection(trx, requested.sourceId, packageId);
    const { package: pkg } = release;
    const sha256 = outcome.package?.digests.sha256 ?? null;
    const from = await readPlace(trx, requested.sourceId);
    const tags = tagged.map((tag) => ({ tag, package: packageId }));
    const details = { sha256, from, ...(tags.length > 0 && { tags }) };
    const change = { registryId: pkg.registryId, revision, ...changedPackage(pkg), details };
    await keepChange(trx, { ...change, kind: 'copy', by: pkg.publishedBy });
    return outcome;
  });
}

/** Locks the packages, so that they cannot be deleted until the end of the transaction. All are complete. */
async function holdSources(trx: Database, copies: readonly NewCopy[], undo: Undo): Promise<void> {
  // In one order everywhere, so that two transactions never wait for each other.
  for (const id of copies.map(({ sourceId }) => sourceId).toSorted()) {
    const lock = trx.updateTable('packages').set((set) => ({ variant: set.ref('variant') }));
    if ((await lock.where('id', '=', id).returning('id').executeTakeFirst()) === undefined) undo({ outcome: 'gone' });
    const row = await selectPackages(trx).where('packages.id', '=', id).executeTakeFirst();
    if (row === undefined) undo({ outcome: 'gone' });
    else if (row.standing === 'withdrawn') undo({ outcome: 'withdrawn', package: toPackage(row) });
  }
}

/** Returns the ids of a package and of its registry. */
async function readPlace(trx: Database, id: string): Promise<{ registry: string; package: string }> {
  const source = trx.selectFrom('packages').where('id', '=', id);
  return await source.select(['registry_id as registry', 'id as package']).executeTakeFirstOrThrow();
}

/** Reads a package as the release to publish elsewhere. Tags, standing and notice stay behind. */
async function readRelease(
  trx: Database,
  { sourceId, package: pkg }: NewCopy,
  options: CopyOptions,
  undo: Undo,
): Promise<NewRelease> {
  const files = await readFiles(trx, sourceId);
  return {
    package: { ...pkg, edition: await readEdition(trx, sourceId) },
    mode: 'any',
    notice: null,
    sameName: 'refuse',
    mustBeComplete: true,
    files,
    stored: new Set(files.map(({ blob }) => blob.digests.sha256)),
    upload: undefined,
    storedUploads: [],
    entries: await readEntries(trx, sourceId, undo),
    project: await readProject(trx, sourceId),
    replacesProject: false,
    needs: await readNeeds(trx, sourceId),
    claims: await readClaims(trx, sourceId),
    mayMiss: false,
    subject: await readSubject(trx, sourceId),
    tags: [],
    ...options,
  };
}

async function readFiles(trx: Database, packageId: string): Promise<NewFile[]> {
  const ofPackage = trx.selectFrom('files').innerJoin('blobs', 'blobs.sha256', 'files.sha256');
  const inOrder = ofPackage.where('package_id', '=', packageId).orderBy('position');
  const rows = await inOrder.select(['name', 'role', 'media_type', 'main_sha256', ...BLOB_COLUMNS]).execute();
  return rows.map(({ name, role, media_type: mediaType, main_sha256: stated, ...blob }) => ({
    name,
    role,
    mediaType,
    mainSha256: stated ?? undefined,
    blob: toBlob(blob),
  }));
}

async function readEntries(trx: Database, packageId: string, undo: Undo): Promise<IndexEntry[]> {
  const ofPackage = trx.selectFrom('entries').where('package_id', '=', packageId);
  const entries = await ofPackage.select(['part', 'text', 'refusal']).orderBy('part').execute();
  return entries.map(({ part, text, refusal }) =>
    refusal === null ? { part, text } : undo({ outcome: 'left-out', reason: refusal }),
  );
}

async function readProject(trx: Database, packageId: string): Promise<JsonObject> {
  const { metadata } = await trx
    .selectFrom('packages')
    .innerJoin('projects', 'projects.id', 'packages.project_id')
    .where('packages.id', '=', packageId)
    .select('projects.metadata')
    .executeTakeFirstOrThrow();
  // The column is written from a `JsonObject`.
  return JSON.parse(metadata) as JsonObject;
}

async function readEdition(trx: Database, packageId: string): Promise<number> {
  const source = trx.selectFrom('packages').where('id', '=', packageId);
  return (await source.select('edition').executeTakeFirstOrThrow()).edition;
}

async function readSubject(trx: Database, packageId: string): Promise<string | null> {
  const source = trx.selectFrom('packages').where('id', '=', packageId);
  return (await source.select('subject_key').executeTakeFirstOrThrow()).subject_key;
}

async function readNeeds(trx: Database, packageId: string): Promise<string[]> {
  const needs = trx.selectFrom('needs').where('package_id', '=', packageId).select('version_key');
  return (await needs.orderBy('version_key').execute()).map((row) => row.version_key);
}

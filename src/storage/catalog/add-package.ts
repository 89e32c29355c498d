import type {
  AlreadyThere,
  DeletedBefore,
  Gone,
  LeftOut,
  NewEntry,
  Published,
  TooManyParts,
  UploadGone,
} from '../catalog.ts';
import type { NewFile, NewPackage, Package } from '../../model/records.ts';
import { adopt, holdBlobs } from './blob-rows.ts';
import { findDeletedBefore } from './deleted-versions.ts';
import { findParts } from './index-parts.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import { addToProject } from './project-rows.ts';
import { addRevision, markPart } from './revisions.ts';
import { transact } from './transaction.ts';
import { takeUpload } from './take-upload.ts';
import type { Database } from './transaction.ts';

type Outcome = Published | AlreadyThere | DeletedBefore | Gone | TooManyParts;
type Undo = (outcome: Outcome) => never;

interface Addition {
  readonly pkg: NewPackage;
  readonly files: readonly NewFile[];
  readonly entry: NewEntry | undefined;
  /** The upload of the first file. */
  readonly upload: string | undefined;
}

/** Adds a package with its files, blobs and entry, or nothing. */
export async function publishPackage(
  write: Database,
  { pkg, files, entry, upload }: Addition,
): Promise<Outcome | UploadGone> {
  const [first, ...others] = files.map((file) => file.blob);
  if (first === undefined) throw new Error('A package must have at least one file.');
  return await transact<Outcome | UploadGone>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, pkg.registryId)) ?? undo({ outcome: 'gone' });
    await insertRow(trx, pkg, revision, undo);
    // The row of the upload references the blob. Locked first, it keeps the blob until the end of the transaction.
    if (upload !== undefined && !(await takeUpload(trx, upload, first.digests.sha256)))
      undo({ outcome: 'upload-gone' });
    const adopted = await adopt(trx, [first, ...others], upload === undefined ? [] : [first]);
    await insertFiles(trx, pkg, files);
    if (entry !== undefined) await insertEntry(trx, pkg, entry, revision, undo);
    return { outcome: 'published', package: await findAdded(trx, pkg, undo), adopted };
  });
}

/** Adds a package with the files and the index entry of another one, or nothing. */
export async function copyPackage(
  write: Database,
  sourceId: string,
  pkg: NewPackage,
  mostParts: number | undefined,
): Promise<Outcome | LeftOut> {
  return await transact<Outcome | LeftOut>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, pkg.registryId)) ?? undo({ outcome: 'gone' });
    if (!(await holdPackage(trx, sourceId))) undo({ outcome: 'gone' });
    const source = trx.selectFrom('files').where('package_id', '=', sourceId);
    const files = await source.select(['position', 'name', 'sha256', 'role', 'media_type']).execute();
    await holdBlobs(
      trx,
      files.map((file) => file.sha256),
    );
    await insertRow(trx, pkg, revision, undo);
    const common = { package_id: pkg.id, registry_id: pkg.registryId, created_at: pkg.createdAt.toISOString() };
    const copies = files.map((file) => ({ ...file, ...common }));
    await trx.insertInto('files').values(copies).execute();
    const entries = trx.selectFrom('entries').where('package_id', '=', sourceId);
    const entry = await entries.select(['part', 'text', 'refusal']).executeTakeFirst();
    if (entry !== undefined) {
      if (entry.refusal !== null) undo({ outcome: 'left-out', reason: entry.refusal });
      await insertEntry(trx, pkg, { ...entry, mostParts }, revision, undo);
    }
    return { outcome: 'published', package: await findAdded(trx, pkg, undo), adopted: new Set() };
  });
}

/** Locks the package, so that it cannot be deleted until the end of the transaction. */
async function holdPackage(trx: Database, id: string): Promise<boolean> {
  const lock = trx.updateTable('packages').set((set) => ({ variant: set.ref('variant') }));
  return (await lock.where('id', '=', id).returning('id').executeTakeFirst()) !== undefined;
}

async function insertRow(trx: Database, pkg: NewPackage, revision: number, undo: Undo): Promise<void> {
  const key = {
    registry_id: pkg.registryId,
    name_key: pkg.nameKey,
    version_key: pkg.versionKey,
    variant: pkg.variant ?? '',
  };
  const said = { name: pkg.name, version: pkg.version, metadata: JSON.stringify(pkg.metadata) };
  const { publishedBy } = pkg;
  const by = {
    publisher_id: publishedBy?.id ?? null,
    publisher: publishedBy?.description ?? null,
    publisher_issuer: publishedBy?.issuer ?? null,
  };
  const project = await addToProject(trx, pkg, revision);
  const inserted = await trx
    .insertInto('packages')
    .values({ id: pkg.id, project_id: project, ...key, ...said, ...by, created_at: pkg.createdAt.toISOString() })
    .onConflict((conflict) => conflict.columns(['registry_id', 'name_key', 'version_key', 'variant']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return;

  const existing = await selectPackages(trx)
    .where('packages.registry_id', '=', key.registry_id)
    .where('name_key', '=', key.name_key)
    .where('version_key', '=', key.version_key)
    .where('variant', '=', key.variant)
    .executeTakeFirstOrThrow();
  undo({ outcome: 'exists', package: toPackage(existing) });
}

async function insertFiles(trx: Database, pkg: NewPackage, files: readonly NewFile[]): Promise<void> {
  const rows = files.map(({ name, blob, role, mediaType }, position) => ({
    package_id: pkg.id,
    position,
    registry_id: pkg.registryId,
    name,
    sha256: blob.digests.sha256,
    created_at: pkg.createdAt.toISOString(),
    role,
    media_type: mediaType,
  }));
  await trx.insertInto('files').values(rows).execute();
}

async function insertEntry(
  trx: Database,
  pkg: NewPackage,
  { part, text, mostParts }: NewEntry,
  revision: number,
  undo: Undo,
): Promise<void> {
  if (mostParts !== undefined) {
    const parts = await findParts(trx, pkg.registryId);
    if (!parts.includes(part) && parts.length >= mostParts) undo({ outcome: 'too-many-parts', parts });
  }
  const row = { package_id: pkg.id, registry_id: pkg.registryId, part, name_key: pkg.nameKey, text, revision };
  await trx.insertInto('entries').values(row).execute();
  await markPart(trx, pkg.registryId, part, revision);
}

/** Reads the added package, and rolls back if its bytes differ from the required ones. */
async function findAdded(trx: Database, pkg: NewPackage, undo: Undo): Promise<Package> {
  const added = toPackage(await selectPackages(trx).where('packages.id', '=', pkg.id).executeTakeFirstOrThrow());
  const before = await findDeletedBefore(trx, pkg, added.digests.sha256);
  return before === undefined ? added : undo(before);
}

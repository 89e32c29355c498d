import type { IndexEntry } from '../../ecosystems/ecosystem.ts';
import type { AlreadyThere, Gone, NewFile, NewPackage, Package, Published } from '../catalog.ts';
import { adopt } from './blob-rows.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import { addRevision, markPart } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';

type Outcome = Published | AlreadyThere | Gone;
type Undo = (outcome: Outcome) => never;

/** Adds a package with everything that belongs to it, or nothing. */
export async function publishPackage(
  write: Database,
  pkg: NewPackage,
  files: readonly NewFile[],
  entry: IndexEntry | undefined,
): Promise<Outcome> {
  if (files.length === 0) throw new Error('A package has at least one file.');
  return await transact<Outcome>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, pkg.registryId)) ?? undo({ outcome: 'gone' });
    await insertRow(trx, pkg, undo);
    const adopted = await adopt(
      trx,
      files.map((file) => file.blob),
    );
    await insertFiles(trx, pkg, files);
    if (entry !== undefined) await insertEntry(trx, pkg, entry, revision);
    return { outcome: 'published', package: await findById(trx, pkg.id), adopted };
  });
}

/** Adds a package with the files and the index entry of another one, or nothing. */
export async function copyPackage(write: Database, sourceId: string, pkg: NewPackage): Promise<Outcome> {
  return await transact<Outcome>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, pkg.registryId)) ?? undo({ outcome: 'gone' });
    await holdBlobs(trx, sourceId);
    const source = trx.selectFrom('files').where('package_id', '=', sourceId);
    const files = await source.select(['position', 'name', 'sha256']).execute();
    if (files.length === 0) undo({ outcome: 'gone' });

    await insertRow(trx, pkg, undo);
    const common = { package_id: pkg.id, registry_id: pkg.registryId, created_at: pkg.createdAt.toISOString() };
    const copies = files.map((file) => ({ ...file, ...common }));
    await trx.insertInto('files').values(copies).execute();
    const entries = trx.selectFrom('entries').where('package_id', '=', sourceId);
    const entry = await entries.select(['part', 'text']).executeTakeFirst();
    if (entry !== undefined) await insertEntry(trx, pkg, entry, revision);
    return { outcome: 'published', package: await findById(trx, pkg.id), adopted: new Set() };
  });
}

/** From here to the end of the transaction, none of the package's blobs can be abandoned. */
async function holdBlobs(trx: Database, packageId: string): Promise<void> {
  const digests = trx.selectFrom('files').where('package_id', '=', packageId).select('sha256');
  await trx
    .updateTable('blobs')
    .set((set) => ({ size: set.ref('size') }))
    .where('sha256', 'in', digests)
    .execute();
}

async function insertRow(trx: Database, pkg: NewPackage, undo: Undo): Promise<void> {
  const key = { registry_id: pkg.registryId, name: pkg.name, version: pkg.version, variant: pkg.variant ?? '' };
  const rest = { id: pkg.id, metadata: JSON.stringify(pkg.metadata), created_at: pkg.createdAt.toISOString() };
  const inserted = await trx
    .insertInto('packages')
    .values({ ...key, ...rest })
    .onConflict((conflict) => conflict.columns(['registry_id', 'name', 'version', 'variant']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return;

  const existing = await selectPackages(trx)
    .where('packages.registry_id', '=', key.registry_id)
    .where('packages.name', '=', key.name)
    .where('version', '=', key.version)
    .where('variant', '=', key.variant)
    .executeTakeFirstOrThrow();
  undo({ outcome: 'exists', package: toPackage(existing) });
}

async function insertFiles(trx: Database, pkg: NewPackage, files: readonly NewFile[]): Promise<void> {
  const rows = files.map(({ name, blob }, position) => ({
    package_id: pkg.id,
    position,
    registry_id: pkg.registryId,
    name,
    sha256: blob.digests.sha256,
    created_at: pkg.createdAt.toISOString(),
  }));
  await trx.insertInto('files').values(rows).execute();
}

async function insertEntry(trx: Database, pkg: NewPackage, entry: IndexEntry, revision: number): Promise<void> {
  const { part, text } = entry;
  const row = { package_id: pkg.id, registry_id: pkg.registryId, part, name: pkg.name, text };
  await trx.insertInto('entries').values(row).execute();
  await markPart(trx, pkg.registryId, part, revision);
}

async function findById(trx: Database, id: string): Promise<Package> {
  return toPackage(await selectPackages(trx).where('packages.id', '=', id).executeTakeFirstOrThrow());
}

/** Replaces the data that a reader has read from the files of a package. The files stay. */
import type { Editions, Reread } from '../editions.ts';
import { adopt } from './blob-rows.ts';
import { changedPackage, keepChange } from './changes.ts';
import { removeRejection } from './rejections.ts';
import { replaceEntries } from './replace-entries.ts';
import { addRevision, holdRegistry } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';
import { unreferenceFiles } from './unreference.ts';

export async function replacePackage(write: Database, reread: Reread): ReturnType<Editions['replace']> {
  const { packageId, registryId, edition } = reread;
  return await transact(write, async (trx) => {
    if (!(await holdRegistry(trx, registryId))) return { outcome: 'gone' };
    const pkg = await findPackage(trx, reread);
    if (pkg === undefined) return { outcome: 'gone' };
    const files = trx.selectFrom('files').where('package_id', '=', packageId).orderBy('position');
    const stored = await files.select(['position', 'name', 'sha256', 'role', 'media_type']).execute();
    const received = stored.filter(({ role }) => role !== 'derived');
    if (received.map(({ sha256 }) => sha256).join() !== reread.read.join()) return { outcome: 'other-files' };
    const derived = stored.filter(({ role }) => role === 'derived');
    const ofPackage = trx.selectFrom('entries').where('package_id', '=', packageId);
    const entries = await ofPackage.select(['part', 'text']).execute();

    const metadata = JSON.stringify(reread.metadata);
    await removeRejection(trx, packageId);
    await trx.updateTable('packages').set({ edition, metadata }).where('id', '=', packageId).execute();
    const hasOtherDerived = derivedKey(derived) !== derivedKey(reread.derived.map(asRow));
    const hasOtherEntries = entriesKey(entries) !== entriesKey(reread.entries);
    if (metadata === pkg.metadata && !hasOtherDerived && !hasOtherEntries)
      return { outcome: 'equal', adopted: new Set<string>() };

    // The registry's row is held, so it exists.
    const revision = (await addRevision(trx, registryId)) ?? 0;
    await trx.updateTable('projects').set({ revision }).where('id', '=', pkg.project_id).execute();
    const owner = { registryId, nameKey: pkg.name_key, packageId, isNew: false };
    const options = { revision, mostParts: Infinity, undo: neverUndone };
    if (hasOtherEntries) await replaceEntries(trx, owner, reread.entries, options);
    const names = derived.map(({ name }) => name);
    const adopted = hasOtherDerived ? await replaceDerived(trx, reread, names) : new Set<string>();
    await keepChange(trx, {
      registryId,
      revision,
      kind: 'read',
      ...changedPackage(pkg),
      details: { edition },
      by: null,
    });
    return { outcome: 'stored', adopted };
  });
}

async function findPackage(trx: Database, { packageId, registryId }: Reread) {
  return await trx
    .selectFrom('packages')
    .where('id', '=', packageId)
    .where('registry_id', '=', registryId)
    .select(['id', 'project_id', 'name', 'name_key', 'version', 'variant', 'metadata'])
    .executeTakeFirst();
}

interface DerivedRow {
  readonly name: string;
  readonly sha256: string;
  readonly media_type: string | null;
}

function asRow({ name, blob, mediaType }: Reread['derived'][number]): DerivedRow {
  return { name, sha256: blob.digests.sha256, media_type: mediaType };
}

function derivedKey(rows: readonly DerivedRow[]): string {
  return JSON.stringify(rows.map(({ name, sha256, media_type: type }) => [name, sha256, type]).toSorted());
}

function entriesKey(entries: Reread['entries']): string {
  return JSON.stringify(entries.map(({ part, text }) => [part, text]).toSorted());
}

/** Without a limit of parts, nothing is rejected. */
function neverUndone(): never {
  throw new Error('The entries of a stored package exceed a limit that does not exist.');
}

/** `before` are the names of the files to replace. Returns the adopted locations. */
async function replaceDerived(
  trx: Database,
  { packageId, registryId, derived, createdAt }: Reread,
  before: readonly string[],
): Promise<ReadonlySet<string>> {
  if (before.length > 0) {
    await unreferenceFiles(trx, packageId, before);
    await trx.deleteFrom('files').where('package_id', '=', packageId).where('role', '=', 'derived').execute();
  }
  const adopted = await adopt(
    trx,
    derived.map(({ blob }) => blob),
  );
  const last = trx.selectFrom('files').where('package_id', '=', packageId).orderBy('position', 'desc');
  const { position } = await last.select('position').limit(1).executeTakeFirstOrThrow();
  const rows = derived.map((file, index) => ({
    package_id: packageId,
    position: position + 1 + index,
    registry_id: registryId,
    created_at: createdAt.toISOString(),
    role: file.role,
    ...asRow(file),
  }));
  if (rows.length > 0) await trx.insertInto('files').values(rows).execute();
  return adopted;
}

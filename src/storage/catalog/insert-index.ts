import type { IndexInsertion } from '../catalog.ts';
import type { Index, NewIndexFile } from '../records.ts';
import { adopt } from './blob-rows.ts';
import { releaseIndexes } from './release.ts';
import { holdRegistry } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';

type Options = { readonly previous: Index | undefined; readonly keep: number };

const NOTHING: IndexInsertion = { stored: false, adopted: new Set() };

/** Stores an index that was built on the latest one, and drops the oldest. */
export async function insertIndex(
  write: Database,
  index: Index,
  files: readonly NewIndexFile[],
  { previous, keep }: Options,
): Promise<IndexInsertion> {
  const { registryId, revision } = index;
  return await transact(write, async (trx) => {
    // Indexes of one registry are stored one after the other, and not while the registry is being deleted.
    if (!(await holdRegistry(trx, registryId))) return NOTHING;
    const [latest] = await revisions(trx, registryId, 1);
    // Files taken over from an index that is no longer the latest one may have been removed in the meantime.
    if (latest !== previous?.revision || (latest !== undefined && latest >= revision)) return NOTHING;

    await dropBut(trx, registryId, keep - 1);
    const adopted = await adopt(
      trx,
      files.map((file) => file.blob),
    );
    const lastModified = index.lastModified.toISOString();
    await trx
      .insertInto('indexes')
      .values({ registry_id: registryId, revision, last_modified: lastModified })
      .execute();
    for (const file of files) await trx.insertInto('index_files').values(toRow(index, file)).execute();
    return { stored: true, adopted };
  });
}

async function revisions(trx: Database, registryId: string, limit: number): Promise<number[]> {
  const query = trx.selectFrom('indexes').where('registry_id', '=', registryId).select('revision');
  const rows = await query.orderBy('revision', 'desc').limit(limit).execute();
  return rows.map((row) => row.revision);
}

async function dropBut(trx: Database, registryId: string, keep: number): Promise<void> {
  const newestToDrop = (await revisions(trx, registryId, keep + 1))[keep];
  if (newestToDrop === undefined) return;
  await releaseIndexes(trx, registryId, newestToDrop);
  await trx.deleteFrom('indexes').where('registry_id', '=', registryId).where('revision', '<=', newestToDrop).execute();
}

function toRow({ registryId, revision }: Index, { path, part, blob }: NewIndexFile) {
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  return { registry_id: registryId, revision, path, folder, part, sha256: blob.digests.sha256 };
}

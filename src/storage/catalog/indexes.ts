import type { IndexBasis, Indexes } from '../catalog.ts';
import type { Index, NewIndexFile } from '../records.ts';
import { toBlob, BLOB_COLUMNS } from './blob-rows.ts';
import { readEntries } from './index-entries.ts';
import { insertIndex } from './insert-index.ts';
import { readAtOneMoment } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** The indexes of registries, and the entries that they are built from. */
export function createIndexes({ read, write }: Connections): Indexes {
  return {
    basis: (registryId) => readAtOneMoment(read, (trx) => readBasis(trx, registryId)),
    parts: (registryId) => findParts(read, registryId),
    entries: (registryId, part) => readEntries(read, registryId, part),
    insert: (index, files, options) => insertIndex(write, index, files, options),
    latest: (registryId) => findLatest(read, registryId),

    async file(registryId, path) {
      const row = await selectIndexFiles(read)
        .where('index_files.registry_id', '=', registryId)
        .where('index_files.revision', '=', (revision) =>
          revision
            .selectFrom('indexes as latest')
            .where('latest.registry_id', '=', registryId)
            .select((select) => select.fn.max('latest.revision').as('revision')),
        )
        .where('index_files.path', '=', path)
        .executeTakeFirst();
      return row === undefined ? undefined : toStoredFile(row);
    },

    async fileBySha256(registryId, folder, sha256) {
      const row = await selectIndexFiles(read)
        .where('index_files.sha256', '=', sha256)
        .where('index_files.registry_id', '=', registryId)
        .where('index_files.folder', '=', folder)
        .orderBy('index_files.revision', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : toStoredFile(row);
    },
  };
}

async function readBasis(trx: Database, registryId: string): Promise<IndexBasis | undefined> {
  const registry = await trx
    .selectFrom('registries')
    .where('id', '=', registryId)
    .select('revision')
    .executeTakeFirst();
  if (registry === undefined) return undefined;
  const latest = await findLatest(trx, registryId);
  const parts = await trx
    .selectFrom('index_parts')
    .where('registry_id', '=', registryId)
    .select(['part', 'revision'])
    .orderBy('part')
    .execute();
  return {
    revision: registry.revision,
    parts: parts.map(({ part, revision }) => ({ part, changed: latest === undefined || revision > latest.revision })),
    latest,
    files: latest === undefined ? [] : await readFilesOfParts(trx, latest),
  };
}

/** Asks for each part that ever had entries whether it has some: so no more than one entry of each is read. */
async function findParts(db: Database, registryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('index_parts')
    .where('index_parts.registry_id', '=', registryId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entries')
          .select('package_id')
          .whereRef('entries.registry_id', '=', 'index_parts.registry_id')
          .whereRef('entries.part', '=', 'index_parts.part'),
      ),
    )
    .select('index_parts.part')
    .orderBy('index_parts.part')
    .execute();
  return rows.map((row) => row.part);
}

/** The latest index of a registry. */
async function findLatest(db: Database, registryId: string): Promise<Index | undefined> {
  const query = db.selectFrom('indexes').where('registry_id', '=', registryId).selectAll();
  const row = await query.orderBy('revision', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return undefined;
  return { registryId, revision: row.revision, lastModified: new Date(row.last_modified) };
}

async function readFilesOfParts(trx: Database, { registryId, revision }: Index): Promise<NewIndexFile[]> {
  const rows = await selectIndexFiles(trx)
    .where('index_files.registry_id', '=', registryId)
    .where('index_files.revision', '=', revision)
    .where('part', 'is not', null)
    .orderBy('path')
    .execute();
  return rows.map((row) => ({ path: row.path, part: row.part, blob: toBlob(row) }));
}

function selectIndexFiles(db: Database) {
  return db
    .selectFrom('index_files')
    .innerJoin('blobs', 'blobs.sha256', 'index_files.sha256')
    .innerJoin('indexes', (join) =>
      join
        .onRef('indexes.registry_id', '=', 'index_files.registry_id')
        .onRef('indexes.revision', '=', 'index_files.revision'),
    )
    .select(['path', 'part', 'last_modified'])
    .select(BLOB_COLUMNS);
}

type IndexFileRow = Awaited<ReturnType<ReturnType<typeof selectIndexFiles>['execute']>>[number];

function toStoredFile(row: IndexFileRow) {
  return { path: row.path, blob: toBlob(row), lastModified: new Date(row.last_modified) };
}

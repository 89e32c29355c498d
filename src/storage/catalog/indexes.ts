import type { Selectable } from 'kysely';
import type { IndexBasis, Indexes } from '../indexes.ts';
import type { Index, NewIndexFile, StoredIndexFile } from '../../model/records.ts';
import { toBlob, BLOB_COLUMNS } from './blob-rows.ts';
import { preparedQuery } from './prepared-query.ts';
import { readEntries } from './index-entries.ts';
import { findParts } from './index-parts.ts';
import { insertIndex } from './insert-index.ts';
import type { IndexesTable } from './schema.ts';
import { readAtOneMoment } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** The indexes of registries, and their entries. */
export function createIndexes(connections: Connections): Indexes {
  const { read, write } = connections;
  const latest = preparedQuery(connections, selectLatest);
  const partRevision = preparedQuery(connections, (db, { registryId, part }: { registryId: string; part: string }) =>
    db.selectFrom('index_parts').where('registry_id', '=', registryId).where('part', '=', part).select('revision'),
  );
  const fileOfLatest = preparedQuery(connections, (db, { registryId, path }: { registryId: string; path: string }) =>
    selectIndexFiles(db)
      .where('index_files.registry_id', '=', registryId)
      .where('index_files.revision', '=', (revision) =>
        revision
          .selectFrom('indexes as latest')
          .where('latest.registry_id', '=', registryId)
          .select((select) => select.fn.max('latest.revision').as('revision')),
      )
      .where('index_files.path', '=', path),
  );
  const fileByDigest = preparedQuery(connections, (db, { registryId, folder, sha256 }: ByDigest) =>
    selectIndexFiles(db)
      .where('index_files.sha256', '=', sha256)
      .where('index_files.registry_id', '=', registryId)
      .where('index_files.folder', '=', folder)
      .orderBy('index_files.revision', 'desc')
      .limit(1),
  );
  return {
    basis: (registryId) => readAtOneMoment(read, (trx) => readBasis(trx, registryId)),
    parts: (registryId) => findParts(read, registryId),
    partRevision: async (registryId, part) => (await partRevision({ registryId, part }))[0]?.revision,
    entries: (registryId, part) => readEntries(read, registryId, part),
    insert: (index, files, options) => insertIndex(write, index, files, options),
    latest: async (registryId) => toIndex(await latest({ registryId })),

    file: async (registryId, path) => toStoredFile(await fileOfLatest({ registryId, path })),
    fileBySha256: async (registryId, folder, sha256) =>
      toStoredFile(await fileByDigest({ registryId, folder, sha256 })),
  };
}

interface ByDigest {
  readonly registryId: string;
  readonly folder: string;
  readonly sha256: string;
}

async function readBasis(trx: Database, registryId: string): Promise<IndexBasis | undefined> {
  const registry = await trx
    .selectFrom('registries')
    .where('id', '=', registryId)
    .where('deleted_at', 'is', null)
    .select('revision')
    .executeTakeFirst();
  if (registry === undefined) return undefined;
  const latest = toIndex(await selectLatest(trx, { registryId }).execute());
  const parts = await trx
    .selectFrom('index_parts')
    .where('registry_id', '=', registryId)
    .select(['part', 'revision'])
    .orderBy('part')
    .execute();
  const used = new Set(await findParts(trx, registryId));
  return {
    revision: registry.revision,
    parts: parts.map(({ part, revision }) => ({
      part,
      changed: latest === undefined || revision > latest.revision,
      empty: !used.has(part),
    })),
    latest,
    files: latest === undefined ? [] : await readFilesOfParts(trx, latest),
  };
}

/** Returns the latest index of a registry. */
function selectLatest(db: Database, { registryId }: { readonly registryId: string }) {
  const ofRegistry = db.selectFrom('indexes').where('registry_id', '=', registryId).selectAll();
  return ofRegistry.orderBy('revision', 'desc').limit(1);
}

function toIndex([row]: readonly Selectable<IndexesTable>[]): Index | undefined {
  if (row === undefined) return undefined;
  const lastModified = new Date(row.last_modified);
  const date = row.date === null ? lastModified : new Date(row.date);
  return { registryId: row.registry_id, revision: row.revision, lastModified, date };
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

function toStoredFile([row]: readonly IndexFileRow[]): StoredIndexFile | undefined {
  return row && { path: row.path, blob: toBlob(row), lastModified: new Date(row.last_modified) };
}

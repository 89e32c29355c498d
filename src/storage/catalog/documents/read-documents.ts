import type { Blob } from '../../../model/records.ts';
import type { CurrentDocument, DocumentQuery, DocumentReads } from '../../documents.ts';
import { BLOB_COLUMNS, toBlob } from '../blob-rows.ts';
import { preparedQuery, prepareOn } from '../prepared-query.ts';
import type { Connections, Database } from '../transaction.ts';
import { DOCUMENT_COLUMNS, toDocument, toRendering } from './document-rows.ts';

/** The queries of documents. */
export function readDocuments(
  connections: Connections,
): Pick<DocumentReads, 'current' | 'byDigest' | 'latest' | 'blobs' | 'pieceBlob'> {
  const current = preparedQuery(connections, selectCurrent);
  const byDigest = preparedQuery(connections, (db, { registryId, sha256 }: { registryId: string; sha256: string }) =>
    db
      .selectFrom('documents')
      .where('sha256', '=', sha256)
      .where('registry_id', '=', registryId)
      .select(DOCUMENT_COLUMNS)
      .orderBy('from_revision', 'desc'),
  );
  const { read } = connections;
  // On the connection that reads the other sources of a rendering, because these must not be older than its revision.
  const latest = preparedQuery({ read, prepare: prepareOn(read) }, selectLatest);
  const blobs = preparedQuery(connections, selectBlobs);
  const pieceBlob = preparedQuery(connections, selectPieceBlob);
  return {
    current: async ({ registryId, name, scope, reads }) => {
      const named = Object.fromEntries(reads.map((part, n) => [`read${n}`, part]));
      return toCurrent(await current({ registryId, name, scope, ...named }));
    },

    async byDigest(registryId, sha256) {
      return (await byDigest({ registryId, sha256 })).map(toDocument);
    },

    latest: async (registryId, part) => (await latest({ registryId, part })).map(toDocument),

    async blobs(registryId, set) {
      const rows = await blobs({ registryId, set });
      return new Map(rows.map((row): [string, Blob] => [row.sha256, toBlob(row)]));
    },

    async pieceBlob(registryId, sha256) {
      const [row] = await pieceBlob({ registryId, sha256 });
      return row && toBlob(row);
    },
  };
}

/** The parts that the document reads have the keys `read0`, `read1` and so on. */
type CurrentValues = Omit<DocumentQuery, 'reads'> & Readonly<Record<string, string>>;

/** Selects one row, also if there is neither a rendering nor a document. */
function selectCurrent(db: Database, { registryId, name, scope, ...reads }: CurrentValues) {
  return db
    .selectFrom('registries')
    .leftJoin('parts', (join) => join.onRef('parts.registry_id', '=', 'registries.id').on('parts.part', '=', scope))
    .leftJoin('documents', (join) =>
      join
        .onRef('documents.registry_id', '=', 'registries.id')
        .on('documents.name', '=', name)
        .on('documents.from_revision', '=', (from) =>
          from
            .selectFrom('documents as latest')
            .where('latest.registry_id', '=', registryId)
            .where('latest.name', '=', name)
            .select((select) => select.fn.max('latest.from_revision').as('from_revision')),
        ),
    )
    .where('registries.id', '=', registryId)
    .select(['parts.rendered', 'parts.basis', 'parts.rendered_at', 'parts.expires_at', 'parts.line'])
    .select((select) =>
      select
        .selectFrom('parts as sources')
        .where('sources.registry_id', '=', registryId)
        .where('sources.part', 'in', [scope, ...Object.values(reads)])
        .select((inner) => inner.fn.max('sources.revision').as('revision'))
        .as('revision'),
    )
    .select(DOCUMENT_COLUMNS);
}

type CurrentRow = Awaited<ReturnType<ReturnType<typeof selectCurrent>['execute']>>[number];

function toCurrent([row]: readonly CurrentRow[]): CurrentDocument {
  if (row === undefined) return { rendering: undefined, revision: undefined, document: undefined };
  const { rendered, basis, rendered_at, expires_at, line, revision, ...document } = row;
  return {
    rendering: toRendering({ rendered, basis, rendered_at, expires_at, line: line ?? '' }),
    revision: revision ?? undefined,
    document: isPresent(document) ? toDocument(document) : undefined,
  };
}

type DocumentColumns = Omit<CurrentRow, 'rendered' | 'basis' | 'rendered_at' | 'expires_at' | 'line' | 'revision'>;
type Present<Row> = {
  [Key in keyof Row]: Key extends 'set_name' | 'content' | 'pieces' | 'md5' | 'sha1' ? Row[Key] : NonNullable<Row[Key]>;
};

/** The outer join makes all columns null together. */
function isPresent(row: DocumentColumns): row is Present<DocumentColumns> {
  return row.name !== null;
}

function selectLatest(db: Database, { registryId, part }: { readonly registryId: string; readonly part: string }) {
  return db
    .selectFrom('documents')
    .where('registry_id', '=', registryId)
    .where('part', '=', part)
    .where('from_revision', '=', (from) =>
      from
        .selectFrom('documents as latest')
        .whereRef('latest.registry_id', '=', 'documents.registry_id')
        .whereRef('latest.name', '=', 'documents.name')
        .select((select) => select.fn.max('latest.from_revision').as('from_revision')),
    )
    .select(DOCUMENT_COLUMNS)
    .orderBy('name');
}

function selectBlobs(db: Database, { registryId, set }: { readonly registryId: string; readonly set: string }) {
  const pieces = db.selectFrom('document_pieces').where('registry_id', '=', registryId).where('set_name', '=', set);
  const plain = db.selectFrom('blobs').where('sha256', 'in', pieces.select('sha256'));
  const deflated = db
    .selectFrom('blobs')
    .where(
      'sha256',
      'in',
      pieces.where('deflated_sha256', 'is not', null).select('deflated_sha256').$castTo<{ deflated_sha256: string }>(),
    );
  return plain.select(BLOB_COLUMNS).union(deflated.select(BLOB_COLUMNS));
}

/** Only if a set of the registry has the piece. */
function selectPieceBlob(
  db: Database,
  { registryId, sha256 }: { readonly registryId: string; readonly sha256: string },
) {
  const pieces = db.selectFrom('document_pieces').where('registry_id', '=', registryId).select('sha256');
  return db
    .selectFrom('blobs')
    .where('sha256', '=', sha256)
    .where(({ or, exists }) =>
      or([
        exists(pieces.where('document_pieces.sha256', '=', sha256)),
        exists(pieces.where('deflated_sha256', '=', sha256)),
      ]),
    )
    .select(BLOB_COLUMNS);
}

import type { Selectable } from 'kysely';
import type { DocumentContent, PartRendering, Piece, PieceFrame, StoredDocument } from '../../documents.ts';
import type { DocumentsTable, PartsTable } from './tables.ts';

type DocumentRow = Selectable<Omit<DocumentsTable, 'registry_id'>>;

/** The columns of a document, for joins. */
export const DOCUMENT_COLUMNS = [
  'documents.name',
  'documents.from_revision',
  'documents.part',
  'documents.set_name',
  'documents.form',
  'documents.content',
  'documents.pieces',
  'documents.sha256',
  'documents.md5',
  'documents.sha1',
  'documents.size',
  'documents.last_modified',
] as const;

export function toDocument(row: DocumentRow): StoredDocument {
  return {
    name: row.name,
    part: row.part,
    from: row.from_revision,
    content: toContent(row),
    size: row.size,
    digests: {
      sha256: row.sha256,
      ...(row.md5 === null ? {} : { md5: row.md5 }),
      ...(row.sha1 === null ? {} : { sha1: row.sha1 }),
    },
    lastModified: new Date(row.last_modified),
  };
}

function toContent({ form, content, set_name: set, pieces }: DocumentRow): DocumentContent {
  if (form === 'inline') return { form, bytes: toBuffer(content ?? new Uint8Array()) };
  if (form === 'removed') return { form };
  let stored: FramedPieces | undefined;
  /** Parsed when it is needed, because there may be hundreds, and responses without a body need none. */
  const parse = (): FramedPieces => (stored ??= parsePieces(pieces ?? '[]'));
  return {
    form,
    set: set ?? '',
    get pieces() {
      return parse().pieces;
    },
    get frame() {
      return parse().frame;
    },
  };
}

interface FramedPieces {
  readonly pieces: readonly Piece[];
  readonly frame?: PieceFrame | undefined;
}

/** Only `toDocumentRow` writes pieces, and the migration of indexes. Those without a frame are a list. */
function parsePieces(text: string): FramedPieces {
  const stored = JSON.parse(text) as FramedPieces | readonly Piece[];
  return 'pieces' in stored ? stored : { pieces: stored };
}

function piecesText({ pieces, frame }: FramedPieces): string {
  return JSON.stringify(frame ? { frame, pieces } : pieces);
}

/** The databases return different classes of bytes. */
function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

export function toDocumentRow(
  registryId: string,
  { name, part, from, content, size, digests, lastModified }: StoredDocument,
): Selectable<DocumentsTable> {
  const stored = 'pieces' in content ? content : undefined;
  return {
    registry_id: registryId,
    name,
    from_revision: from,
    part,
    set_name: stored?.set ?? null,
    form: content.form,
    content: content.form === 'inline' ? content.bytes : null,
    pieces: stored ? piecesText(stored) : null,
    sha256: digests.sha256,
    md5: digests.md5 ?? null,
    sha1: digests.sha1 ?? null,
    size,
    last_modified: lastModified.toISOString(),
  };
}

type PartRow = Pick<Selectable<PartsTable>, 'rendered' | 'basis' | 'rendered_at' | 'expires_at' | 'line'>;

/** Returns undefined if the part was never rendered. */
export function toRendering({ rendered, basis, rendered_at, expires_at, line }: PartRow): PartRendering | undefined {
  if (rendered === null || basis === null || rendered_at === null) return undefined;
  return {
    rendered,
    basis,
    date: new Date(rendered_at),
    expiresAt: expires_at === null ? null : new Date(expires_at),
    line,
  };
}

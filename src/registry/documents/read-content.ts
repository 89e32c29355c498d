/** Reads the content of documents, all of it or a range, from pieces. */
import { memberEnd, memberStart } from '../../formats/gzip-member.ts';
import type { ByteRange } from '../../storage/blob-store.ts';
import type { DocumentContent, Piece } from '../../storage/documents.ts';

/** Opens a range of a piece of a set. The range is never empty. */
export type OpenPiece = (set: string, sha256: string, range: ByteRange) => Promise<AsyncIterable<Uint8Array>>;

/** Bytes of a document that are stored together. */
interface Segment {
  /** In bytes. */
  readonly size: number;
  open(range: ByteRange): Promise<AsyncIterable<Uint8Array>> | AsyncIterable<Uint8Array>;
}

/** Yields the bytes of a range. Both ends are inclusive. */
export async function* readRange(
  content: DocumentContent,
  { start, end }: ByteRange,
  open: OpenPiece,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for (const segment of segmentsOf(content, open)) {
    const range = { start: Math.max(start - offset, 0), end: Math.min(end - offset, segment.size - 1) };
    if (range.start <= range.end) yield* await segment.open(range);
    offset += segment.size;
    if (offset > end) return;
  }
}

/** Returns the size of a gzip member of fragments, in bytes. */
export function sizeOfMember(pieces: readonly Piece[]): number {
  return segmentsOf({ form: 'gzip', set: '', pieces }, nothing).reduce((sum, { size }) => sum + size, 0);
}

function segmentsOf(content: DocumentContent, open: OpenPiece): readonly Segment[] {
  switch (content.form) {
    case 'inline':
      return [bytesSegment(content.bytes)];
    case 'plain':
      return content.pieces.map(({ sha256, size }) => ({ size, open: (range) => open(content.set, sha256, range) }));
    case 'gzip':
      return [
        bytesSegment(memberStart),
        ...content.pieces.flatMap(({ fragment }): Segment[] =>
          fragment
            ? [{ size: fragment.deflatedSize, open: (range) => open(content.set, fragment.deflatedSha256, range) }]
            : [],
        ),
        bytesSegment(memberEnd(content.pieces.map(({ size, fragment }) => ({ size, crc32: fragment?.crc32 ?? 0 })))),
      ];
    default:
      return [];
  }
}

function bytesSegment(bytes: Uint8Array): Segment {
  return { size: bytes.byteLength, open: ({ start, end }) => once(bytes.subarray(start, end + 1)) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const nothing: OpenPiece = () => Promise.resolve(once(new Uint8Array()));

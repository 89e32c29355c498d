/** Reads the content of documents, all of it or a range, from pieces. */
import {
  memberEnd,
  memberEndSize,
  memberStart,
  storedBlock,
  sumsOf,
  type FragmentSums,
} from '../../formats/gzip-member.ts';
import type { ByteRange } from '../../storage/blob-store.ts';
import type { DocumentContent, Piece, PieceFrame } from '../../storage/documents.ts';
import { separated } from './separated.ts';

/** Opens a range of a piece of a set. The range is never empty. */
export type OpenPiece = (set: string, sha256: string, range: ByteRange) => Promise<AsyncIterable<Uint8Array>>;

/** Bytes of a document that are stored together. */
interface Segment {
  /** In bytes. */
  readonly size: number;
  open(range: ByteRange): Promise<AsyncIterable<Uint8Array>> | AsyncIterable<Uint8Array>;
}

/**
 * Yields the bytes of a range. Both ends are inclusive. Opens so many segments ahead of the one that is read, which is
 * useful only if `open` reads them into memory.
 */
export async function* readRange(
  content: DocumentContent,
  { start, end }: ByteRange,
  open: OpenPiece,
  ahead = 0,
): AsyncGenerator<Uint8Array> {
  const waiting: Opening[] = [];
  for (const opening of openings(content, { start, end }, open)) {
    waiting.push(opening);
    // The failure is reported when the segment is read, if it is.
    if (ahead > 0) opening.opened().catch(() => undefined);
    if (waiting.length > ahead) yield* await nextOf(waiting);
  }
  while (waiting.length > 0) yield* await nextOf(waiting);
}

interface Opening {
  opened(): Promise<AsyncIterable<Uint8Array>>;
}

function* openings(content: DocumentContent, { start, end }: ByteRange, open: OpenPiece): Generator<Opening> {
  let offset = 0;
  for (const segment of segmentsOf(content, open)) {
    const range = { start: Math.max(start - offset, 0), end: Math.min(end - offset, segment.size - 1) };
    let opened: Promise<AsyncIterable<Uint8Array>> | undefined;
    if (range.start <= range.end) yield { opened: () => (opened ??= Promise.resolve(segment.open(range))) };
    offset += segment.size;
    if (offset > end) return;
  }
}

async function nextOf(waiting: Opening[]): Promise<AsyncIterable<Uint8Array>> {
  return (await waiting.shift()?.opened()) ?? onePiece(new Uint8Array());
}

/** Returns the size of a document of fragments, in bytes. */
export function sizeOfPieces(form: 'plain' | 'gzip', pieces: readonly Piece[], frame: PieceFrame | undefined): number {
  return segmentsOf({ form, set: '', pieces, frame }, nothing).reduce((sum, { size }) => sum + size, 0);
}

function segmentsOf(content: DocumentContent, open: OpenPiece): readonly Segment[] {
  switch (content.form) {
    case 'inline':
      return [bytesSegment(content.bytes)];
    case 'plain':
      return framed(
        content,
        (text) => bytesSegment(Buffer.from(text)),
        ({ sha256, size }) => ({ size, open: (range) => open(content.set, sha256, range) }),
      );
    case 'gzip':
      return [
        bytesSegment(Buffer.from(content.frame?.before ?? '', 'base64')),
        bytesSegment(memberStart),
        ...framed(
          content,
          (text) => bytesSegment(storedBlock(text)),
          ({ fragment }) => deflatedSegment(content.set, fragment, open),
        ),
        memberEndSegment(content),
      ];
    default:
      return [];
  }
}

/** Returns the pieces in their frame. Without a separator, a gzip member has the compressed forms of empty pieces, too. */
function framed<Item>(
  { pieces, frame }: Framed,
  itemOfText: (text: string) => Item,
  itemOf: (piece: Piece) => Item,
): readonly Item[] {
  const { head = '', tail = '', separator } = frame ?? {};
  const between = separator === undefined ? undefined : itemOfText(separator);
  const joined = separator === undefined ? pieces : pieces.filter(({ size }) => size > 0);
  return [itemOfText(head), ...separated(joined.map(itemOf), between), itemOfText(tail)];
}

interface Framed {
  readonly pieces: readonly Piece[];
  readonly frame?: PieceFrame | undefined;
}

function deflatedSegment(set: string, fragment: Piece['fragment'], open: OpenPiece): Segment {
  if (fragment === undefined) return bytesSegment(new Uint8Array());
  return { size: fragment.deflatedSize, open: (range) => open(set, fragment.deflatedSha256, range) };
}

/** Computed only if it is read, because many fragments take a few milliseconds. */
function memberEndSegment(content: Framed): Segment {
  return {
    size: memberEndSize,
    open: (range) => {
      const sums = framed<FragmentSums>(
        content,
        (text) => sumsOf(Buffer.from(text)),
        ({ size, fragment }) => ({ size, crc32: fragment?.crc32 ?? 0 }),
      );
      return bytesSegment(memberEnd(sums)).open(range);
    },
  };
}

function bytesSegment(bytes: Uint8Array): Segment {
  return { size: bytes.byteLength, open: ({ start, end }) => onePiece(bytes.subarray(start, end + 1)) };
}

/** Yields bytes in memory. */
export async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const nothing: OpenPiece = () => Promise.resolve(onePiece(new Uint8Array()));

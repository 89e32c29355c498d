/** The new pieces of a rendering: staged as blobs, or in memory if the disk is full. */
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Failure } from '../../model/failure.ts';
import type { BlobStore, ByteRange, StagedBlob } from '../../storage/blob-store.ts';
import { storageFailureOf } from '../../storage/failures.ts';

export interface NewPieces extends AsyncDisposable {
  /** Adds a piece, unless it exists. Returns its SHA-256. */
  add(bytes: Uint8Array): Promise<string>;
  /** Returns a range of a new piece, by default all of it; undefined for other pieces. */
  read(sha256: string, range?: ByteRange): AsyncIterable<Uint8Array> | undefined;
  /**
   * Returns the staged piece; undefined for pieces that are not new. Throws the error of the full disk if it could not be
   * staged.
   */
  staged(sha256: string): StagedBlob | undefined;
}

/** In bytes: new pieces that are read again without the disk. */
const mostHeld = 8 * 1024 * 1024;

/** In bytes, if the disk is full. */
export const mostUnstored = 64 * 1024 * 1024;

/** Disposing the pieces discards those that were not adopted. */
export function createNewPieces(blobs: Pick<BlobStore, 'stage'>): NewPieces {
  const pieces = new Map<string, NewPiece>();
  let held = 0;

  async function stage(bytes: Uint8Array): Promise<StagedBlob | Error> {
    try {
      return await blobs.stage(inOnePiece(bytes));
    } catch (error) {
      if (storageFailureOf(error) !== 'full') throw error;
      if (held + bytes.byteLength > mostUnstored) throw diskFull(error);
      return error instanceof Error ? error : new Error('The disk is full.', { cause: error });
    }
  }

  return {
    async add(bytes) {
      const sha256 = hash('sha256', bytes);
      if (pieces.has(sha256)) return sha256;
      const staged = await stage(bytes);
      const isHeld = staged instanceof Error || held + bytes.byteLength <= mostHeld;
      if (isHeld) held += bytes.byteLength;
      pieces.set(sha256, { staged, bytes: isHeld ? bytes : undefined });
      return sha256;
    },

    read(sha256, range) {
      const piece = pieces.get(sha256);
      if (piece?.bytes) return inOnePiece(range ? piece.bytes.subarray(range.start, range.end + 1) : piece.bytes);
      return piece === undefined || piece.staged instanceof Error
        ? undefined
        : createReadStream(piece.staged.path, range);
    },

    staged(sha256) {
      const piece = pieces.get(sha256);
      if (piece?.staged instanceof Error) throw piece.staged;
      return piece?.staged;
    },

    async [Symbol.asyncDispose]() {
      const staged = [...pieces.values()].map((piece) => piece.staged);
      for (const blob of staged) if (!(blob instanceof Error)) await blob.discard();
    },
  };
}

/** Returns the failure for documents that can neither be stored nor be held in memory. */
export function diskFull(cause: unknown): Failure {
  const detail =
    'The disk of the server is full, and the document is too large for its memory. Free space on the disk.';
  return new Failure('unavailable', detail, { cause });
}

interface NewPiece {
  /** The error if the disk is full. */
  readonly staged: StagedBlob | Error;
  readonly bytes: Uint8Array | undefined;
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

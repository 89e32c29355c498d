/** Uploads, in the catalog. */
import type { Blob, NamedBlob, UploadPiece, UploadSession } from '../model/records.ts';
import type { Gone } from './releases.ts';

/** The bytes are referenced; has the offered locations that the catalog adopted. */
export interface PieceAdded {
  readonly outcome: 'added';
  /** The number of bytes of the upload, with this piece. */
  readonly size: number;
  readonly adopted: ReadonlySet<string>;
}

/** The piece does not continue the upload, which has this number of bytes. */
export interface WrongOffset {
  readonly outcome: 'wrong-offset';
  readonly size: number;
}

/** The upload would exceed its limit of bytes or of pieces. */
export interface UploadTooLarge {
  readonly outcome: 'too-large';
  readonly limit: 'bytes' | 'pieces';
}

export interface Finished {
  readonly outcome: 'finished';
  readonly adopted: ReadonlySet<string>;
}

/** The bytes do not have the expected digest. */
export interface DigestMismatch {
  readonly outcome: 'mismatch';
}

/** The upload is finished. */
export interface UploadUsed {
  readonly outcome: 'used';
}

/** An upload that is kept until `expiresAt` from now on. */
interface Continuation {
  readonly expiresAt: Date;
}

export interface NewPiece extends UploadPiece, Continuation {
  readonly mostBytes: number;
  readonly mostPieces: number;
}

export interface Finish extends Continuation {
  /** The expected SHA-256 of all bytes. */
  readonly name: string;
  /** All bytes: those of the only piece, or of all pieces joined. */
  readonly blob: Blob;
}

export interface Uploads {
  /** Does nothing if the registry was deleted. */
  insert(upload: UploadSession): Promise<void>;
  /** Adds a finished upload whose blob has a record. Returns false if it has none, or if the registry was deleted. */
  insertExisting(upload: UploadSession & { readonly file: NamedBlob }): Promise<boolean>;
  find(id: string): Promise<UploadSession | undefined>;
  /** Returns the newest upload with this name that expires after this time. */
  findNamed(registryId: string, name: string, expiresAfter: Date): Promise<UploadSession | undefined>;
  /** Returns the number of bytes so far; undefined if the upload does not exist. */
  size(id: string): Promise<number | undefined>;
  /** Returns the pieces in order. */
  pieces(id: string): Promise<UploadPiece[]>;
  /**
   * Adds the only piece of an upload, which is its file from then on. Returns 'used' if the upload has bytes, 'gone' if
   * it does not exist.
   */
  store(
    id: string,
    file: NamedBlob,
  ): Promise<{ readonly outcome: 'stored'; readonly adopted: ReadonlySet<string> } | UploadUsed | Gone>;
  /** Adds a piece, which must begin where the last one ends. Does not lock the registry. */
  append(id: string, piece: NewPiece): Promise<PieceAdded | WrongOffset | UploadTooLarge | UploadUsed | Gone>;
  /**
   * Replaces the pieces by one with all bytes, and names the upload. Can be repeated. Returns 'wrong-offset' if a piece
   * was added meanwhile, 'used' if the upload is finished otherwise, and 'mismatch' if the bytes have another SHA-256;
   * then the upload is deleted.
   */
  finish(id: string, finish: Finish): Promise<Finished | DigestMismatch | WrongOffset | UploadUsed | Gone>;
  /** Deletes an upload and unreferences its blobs. Returns false if it does not exist. */
  delete(id: string): Promise<boolean>;
  /**
   * Deletes at most `limit` uploads that expired before this time, fewer if they have many pieces, and unreferences
   * their blobs. Returns their number, which is 0 if none are left.
   */
  deleteExpired(before: Date, limit: number): Promise<number>;
}

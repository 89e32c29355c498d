import type { DocumentDigests } from '../../model/documents.ts';
import type { ByteRange } from '../../storage/blob-store.ts';

export interface ReadableDocument {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly digests: DocumentDigests;
  readonly lastModified: Date;
  /** Returns the bytes of a range, which is never empty. */
  read(range: ByteRange): Uint8Array | AsyncIterable<Uint8Array>;
}

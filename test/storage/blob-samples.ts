import { Readable } from 'node:stream';
import type { BlobStore, StagedBlob } from '../../src/storage/blob-store.ts';

/** A stream of these pieces of text. */
export function streamOf(...pieces: readonly string[]): Readable {
  return Readable.from(pieces.map((piece) => Buffer.from(piece)));
}

/** Takes a text through the whole life of a blob, up to where it stays. */
export async function keepText(store: BlobStore, content: string): Promise<StagedBlob> {
  const staged = await store.stage(streamOf(content));
  await staged.keep();
  await staged.settle();
  return staged;
}

/** The range of a chunk, such as `0-9` (distribution-spec, "Pushing a blob in chunks"). */
export interface Chunk {
  readonly start: number;
  /** In bytes. */
  readonly size: number;
}

/** `range` has the form of the description. */
export function readChunk(range: string): Chunk {
  const [start = 0, end = 0] = range.split('-').map(Number);
  return { start, size: end - start + 1 };
}

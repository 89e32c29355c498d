/** Keeps in memory what is small and read often, such as indexes and the packages of the day. */
import { LRUCache } from 'lru-cache';
import type { BlobStore } from './blob-store.ts';

/** In bytes, of all that is kept. */
const MOST = 8 * 1024 * 1024;

/** In bytes, about what an entry takes beside its content. */
const ENTRY = 500;

/** The same store. What lies at a location never changes, so what is kept is never out of date. */
export function keepShortReads(blobs: BlobStore): BlobStore {
  const kept = new LRUCache<string, Uint8Array>({ maxSize: MOST, sizeCalculation: (bytes) => bytes.length + ENTRY });
  return {
    ...blobs,
    read: async (location, range) => {
      const key = `${location} ${range.start}-${range.end}`;
      const known = kept.get(key);
      if (known) return known;
      const bytes = await blobs.read(location, range);
      kept.set(key, bytes);
      return bytes;
    },
  };
}

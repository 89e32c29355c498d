/** Caches small files that are read often, such as indexes and popular packages. */
import { LRUCache } from 'lru-cache';
import type { BlobStore } from './blob-store.ts';

/** In bytes: the size of the cache. */
const MOST = 8 * 1024 * 1024;

/** In bytes: the approximate overhead of an entry. */
const ENTRY = 500;

/** Returns the same store with a cache. The bytes at a location never change, so the cache is never stale. */
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

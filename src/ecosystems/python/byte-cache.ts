/** A cache of computed values, limited by their bytes. The least recently used values are evicted first. */

export interface ByteCache<Value> {
  /**
   * Returns the value of `key` at `revision`, computed by `make` if it is not cached. The value of an earlier revision
   * is dropped. Concurrent calls share one computation.
   */
  get(key: string, revision: number, make: () => Promise<Value>): Promise<Value>;
}

interface Kept<Value> {
  readonly value: Value;
  readonly revision: number;
  readonly bytes: number;
}

/** In bytes: the size of an entry without its value. */
const OVERHEAD = 500;

/**
 * Creates a cache of at most `most` bytes. It keeps the last value even if that is larger, because the next request
 * most likely needs it.
 */
export function createByteCache<Value>(most: number, bytesOf: (value: Value) => number): ByteCache<Value> {
  const kept = new Map<string, Kept<Value>>();
  const making = new Map<string, Promise<Value>>();
  let bytes = 0;

  function drop(key: string): void {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  function keep(key: string, entry: Kept<Value>): void {
    // Two computations may end in a different order than they started.
    if ((kept.get(key)?.revision ?? -1) > entry.revision) return;
    drop(key);
    kept.set(key, entry);
    bytes += entry.bytes;
    for (const oldest of kept.keys()) {
      if (bytes <= most || oldest === key) return;
      drop(oldest);
    }
  }

  async function made(key: string, revision: number, make: () => Promise<Value>): Promise<Value> {
    const value = await make();
    keep(key, { value, revision, bytes: bytesOf(value) + OVERHEAD });
    return value;
  }

  return {
    async get(key, revision, make) {
      const known = kept.get(key);
      if (known?.revision === revision) {
        // The map is ordered by last use.
        kept.delete(key);
        kept.set(key, known);
        return known.value;
      }
      const id = `${revision} ${key}`;
      const started = making.get(id) ?? made(key, revision, make).finally(() => making.delete(id));
      making.set(id, started);
      return await started;
    },
  };
}

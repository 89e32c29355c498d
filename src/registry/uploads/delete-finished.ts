import type { Registry } from '../../model/records.ts';
import { findStored } from '../find-stored.ts';
import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';

/**
 * Deletes the finished uploads of a registry that have these bytes. `digest` is their SHA-256 or SHA-512. Returns false if
 * there are none. Files of packages stay.
 */
export async function deleteFinished(larder: Larder, registry: Registry, digest: string): Promise<boolean> {
  let deleted = false;
  for (;;) {
    const stored = await findStored(larder, registry, digest);
    if (stored?.upload === undefined) return deleted;
    await larder[writable].uploads.delete(stored.upload);
    deleted = true;
  }
}

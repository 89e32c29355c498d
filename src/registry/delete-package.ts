import type { Package } from '../model/records.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** Deletes a package and its references to blobs. Returns false if it no longer exists. */
export function deletePackage(larder: Larder, { registryId, id }: Package): Promise<boolean> {
  return larder[writable].packages.delete(registryId, id);
}

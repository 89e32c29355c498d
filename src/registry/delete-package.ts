import type { Package } from '../model/records.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** Deletes a package and unreferences its blobs. Returns false if there is none any more. */
export function deletePackage(larder: Larder, { registryId, id }: Package): Promise<boolean> {
  return larder[writable].packages.delete(registryId, id);
}

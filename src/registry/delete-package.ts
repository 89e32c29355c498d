import { Failure } from '../model/failure.ts';
import { titleOf } from '../model/package-title.ts';
import type { Package, Publisher, Registry } from '../model/records.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/**
 * Deletes a package and its references to blobs. Returns false if it no longer exists. Throws `package-needed` if others
 * need it.
 */
export async function deletePackage(
  larder: Larder,
  { ecosystem, slug }: Registry,
  pkg: Package,
  by: Publisher,
): Promise<boolean> {
  const { defaultTag: tag, names } = larder.ecosystems[ecosystem];
  const defaultTag = tag === null ? undefined : { tag, compare: names.compare };
  const outcome = await larder[writable].packages.delete(pkg.registryId, pkg.id, { by, defaultTag });
  if (outcome.outcome === 'needed') {
    const detail = `${titleOf(pkg)} is needed by ${outcome.by.join(', ')} in registry "${slug}". Delete these versions first.`;
    throw new Failure('package-needed', detail);
  }
  return outcome.outcome === 'deleted';
}

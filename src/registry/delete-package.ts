import type { Package, Publisher, Registry } from '../model/records.ts';
import { hidesParts } from './hides-parts.ts';
import type { Larder } from './larder.ts';
import { packageNeeded } from './package-needed.ts';
import { versionOrder } from './version-order.ts';
import { writable } from './writable.ts';

/**
 * Deletes a package and its references to blobs. Returns false if it no longer exists. Throws `package-needed` if others
 * need it, or, with `keepsSubjects`, are about it.
 */
export async function deletePackage(
  larder: Larder,
  { ecosystem, slug }: Registry,
  pkg: Package,
  by: Publisher,
  { keepsSubjects = true }: { readonly keepsSubjects?: boolean } = {},
): Promise<boolean> {
  const { defaultTag: tag, names, parts } = larder.ecosystems[ecosystem];
  const defaultTag = tag === null ? undefined : { tag, compare: names.compare };
  const options = {
    by,
    defaultTag,
    compare: versionOrder(larder.ecosystems[ecosystem]).compare,
    keepsSubjects,
    hidesParts: hidesParts({ parts }),
  };
  const outcome = await larder[writable].packages.delete(pkg.registryId, pkg.id, options);
  if (outcome.outcome === 'needed') throw packageNeeded(pkg, slug, outcome.by);
  return outcome.outcome === 'deleted';
}

/** Copies a package to another registry: its records, not its bytes. */
import { v7 as uuid } from 'uuid';
import type { AlreadyThere, Published } from '../storage/catalog.ts';
import type { Package, Publisher, Registry } from '../model/records.ts';
import { Failure } from '../model/failure.ts';
import { identityOf } from './identity.ts';
import type { Larder } from './larder.ts';
import { reusableSince, versionDeleted } from './reuse.ts';
import { tooManyParts } from './too-many-parts.ts';
import { writable } from './writable.ts';

/** A package to copy, its source and destination, and the caller. */
export interface Copying {
  readonly from: Registry;
  readonly to: Registry;
  readonly by: Publisher;
}

/**
 * Throws `ecosystem-mismatch`, `unacceptable-file` for a package that no index can list, or `not-found` if the package
 * or the destination was deleted meanwhile.
 */
export async function copyPackage(
  larder: Larder,
  source: Package,
  { from, to, by }: Copying,
): Promise<Published | AlreadyThere> {
  const { [writable]: catalog, ecosystems } = larder;
  if (from.ecosystem !== to.ecosystem) {
    const detail = `Registry "${to.slug}" has ${to.ecosystem} packages, but this is a ${from.ecosystem} package. Copy it to a ${from.ecosystem} registry.`;
    throw new Failure('ecosystem-mismatch', detail);
  }
  const { name, version, variant, metadata } = source;
  const copy = {
    id: uuid(),
    registryId: to.id,
    name,
    version,
    variant,
    metadata,
    createdAt: new Date(),
    publishedBy: by,
    reusableSince: reusableSince(larder),
    ...identityOf(ecosystems[to.ecosystem], source),
  };
  const { index } = ecosystems[to.ecosystem];
  const outcome = await catalog.packages.copy(source.id, copy, index?.mostParts);
  if (outcome.outcome === 'gone') throw new Failure('not-found', 'The package or the destination has been deleted.');
  if (outcome.outcome === 'deleted-before') throw versionDeleted(source, to, outcome);
  if (outcome.outcome === 'too-many-parts') throw tooManyParts(to, outcome.parts);
  if (outcome.outcome === 'left-out') {
    const detail = `The package cannot be copied, because its metadata breaks the rules of the index. ${outcome.reason}`;
    throw new Failure('unacceptable-file', detail);
  }
  return outcome;
}

/** Copies a package to another registry, with the packages that it needs: their records, not their bytes. */
import { v7 as uuid } from 'uuid';
import type { CopyOutcome, NewCopy } from '../storage/releases.ts';
import type { NewPackage, Package, Publisher, Registry } from '../model/records.ts';
import { Failure } from '../model/failure.ts';
import { titleOf } from '../model/package-title.ts';
import { hidesParts } from './hides-parts.ts';
import { identityOf } from './identity.ts';
import type { Larder } from './larder.ts';
import type { FilePublished } from './publish.ts';
import { releaseRefused } from './release-refused.ts';
import { reusableSince } from './reuse.ts';
import { versionOrder } from './version-order.ts';
import { checkNotWithdrawn, versionWithdrawn } from './withdrawn.ts';
import { writable } from './writable.ts';

/** A package to copy, its source and destination, and the caller. */
export interface Copying {
  readonly from: Registry;
  readonly to: Registry;
  readonly by: Publisher;
}

/**
 * Copies the package and what it needs, or nothing. What it needs may exist in the destination with the same bytes. Tags
 * and standing are not copied. Throws `ecosystem-mismatch`, `unacceptable-file` for a package that no index can list,
 * `version-deleted`, `version-withdrawn` if a package is withdrawn here or there, `package-exists` if a needed version has different bytes in the destination, or `not-found` if a
 * package or the destination was deleted meanwhile.
 */
export async function copyPackage(larder: Larder, source: Package, { from, to, by }: Copying): Promise<FilePublished> {
  const { [writable]: catalog, ecosystems } = larder;
  if (from.ecosystem !== to.ecosystem) {
    const detail = `Registry "${to.slug}" has ${to.ecosystem} packages, but this is a ${from.ecosystem} package. Copy it to a ${from.ecosystem} registry.`;
    throw new Failure('ecosystem-mismatch', detail);
  }
  const { commonVariant, documents, parts, ...ecosystem } = ecosystems[to.ecosystem];
  const needed = await findNeeded(larder, source);
  const outcome = await catalog.packages.copy(
    { needed: needed.map((pkg) => toCopy(larder, pkg, to, by)), requested: toCopy(larder, source, to, by) },
    { commonVariant, ...versionOrder(ecosystem), mostParts: documents.mostParts, hidesParts: hidesParts({ parts }) },
  );
  return published(outcome, from, to);
}

function toCopy(larder: Larder, source: Package, to: Registry, by: Publisher): NewCopy {
  const { name, version, variant, metadata } = source;
  const copy: NewPackage = {
    id: uuid(),
    registryId: to.id,
    name,
    version,
    variant,
    metadata,
    createdAt: new Date(),
    publishedBy: by,
    // The catalog stores that of the source.
    edition: larder.ecosystems[to.ecosystem].edition,
    reusableSince: reusableSince(larder),
    ...identityOf(larder.ecosystems[to.ecosystem], source),
  };
  return { sourceId: source.id, package: copy };
}

/** The maximum number of packages in one transaction, which others wait for. */
const mostNeeded = 1000;

/** Returns the packages that a package needs, directly or not, each before those that need it. */
async function findNeeded({ catalog }: Larder, source: Package): Promise<Package[]> {
  const found = new Map<string, Package>();
  const visited = new Set([source.id]);
  const visit = async (id: string): Promise<void> => {
    for (const needed of await catalog.packages.neededBy(id)) {
      if (visited.has(needed.id)) continue;
      visited.add(needed.id);
      if (visited.size > mostNeeded) {
        const detail = `${titleOf(source)} needs more than ${mostNeeded} other packages, so it cannot be copied.`;
        throw new Failure('unacceptable-file', `${detail} Publish them to the other registry.`);
      }
      await visit(needed.id);
      found.set(needed.id, needed);
    }
  };
  await visit(source.id);
  return [...found.values()];
}

function published(outcome: CopyOutcome, from: Registry, to: Registry): FilePublished {
  switch (outcome.outcome) {
    case 'published':
      if (outcome.package === undefined) throw new Error('The copy was not found.');
      return { outcome: 'published', package: outcome.package };
    case 'exists':
      checkNotWithdrawn(outcome.package, to);
      return { outcome: 'exists', package: outcome.package };
    case 'gone':
      throw new Failure('not-found', 'The package or the destination has been deleted.');
    case 'left-out': {
      const detail = 'The package cannot be copied, because its metadata breaks the rules of the index.';
      throw new Failure('unacceptable-file', `${detail} ${outcome.reason}`);
    }
    case 'withdrawn':
      throw versionWithdrawn(outcome.package, from, 'Restore it first.');
    default:
      throw releaseRefused(outcome, to, outcome.of);
  }
}

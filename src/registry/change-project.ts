/** Changes the standing of packages, and the tags of their project. */
import { Failure } from '../model/failure.ts';
import type { Package, Publisher, Registry } from '../model/records.ts';
import type { ProjectChanges } from '../storage/projects.ts';
import { tagRefusal } from './check-tag.ts';
import type { Ecosystem } from './ecosystem.ts';
import { hidesParts } from './hides-parts.ts';
import type { Larder } from './larder.ts';
import { needsWithdrawn, offeredPackageNeeded } from './package-needed.ts';
import { tooManyTags } from './too-many-tags.ts';
import { versionOrder } from './version-order.ts';
import { versionWithdrawn } from './withdrawn.ts';
import { writable } from './writable.ts';

export interface ProjectChangeOptions {
  /** The caller. */
  readonly by: Publisher;
  /** The revision that the project must have. */
  readonly expectedRevision?: number | undefined;
}

/**
 * Makes all changes, or none. Returns the packages in the changes, as they are then. Throws `not-found`,
 * `version-withdrawn`, `package-needed` if a package to withdraw is needed by one that is not, `needs-withdrawn` if a
 * package to restore needs one that is withdrawn, `too-many-tags`, `unacceptable-tag`, or `precondition-failed` if the project has another
 * revision.
 */
export async function changeProject(
  { [writable]: catalog, ecosystems }: Larder,
  registry: Registry,
  projectId: string,
  changes: ProjectChanges,
  { by, expectedRevision }: ProjectChangeOptions,
): Promise<readonly Package[]> {
  const { defaultTag: tag, names, parts } = ecosystems[registry.ecosystem];
  for (const one of changes.tags ?? []) if (one.packageId !== null) checkTag(ecosystems[registry.ecosystem], one.tag);
  const defaultTag = tag === null ? undefined : { tag, compare: names.compare };
  const { compare } = versionOrder(ecosystems[registry.ecosystem]);
  const options = { defaultTag, compare, hidesParts: hidesParts({ parts }) };
  const place = { registryId: registry.id, projectId, expectedRevision, ...options };
  const outcome = await catalog.projects.change(place, changes, by);
  switch (outcome.outcome) {
    case 'gone':
      throw new Failure('not-found', `The package or registry "${registry.slug}" has been deleted.`);
    case 'other-revision':
      throw new Failure('precondition-failed', 'The package has been changed meanwhile. Read it again, then retry.');
    case 'withdrawn':
      throw versionWithdrawn(outcome.package, registry, 'Restore it first.');
    case 'needed':
      throw offeredPackageNeeded(outcome.package, registry.slug, outcome.by);
    case 'needs-withdrawn':
      throw needsWithdrawn(outcome.package, registry.slug, outcome.needs);
    case 'too-many-tags':
      throw tooManyTags(outcome.package);
    default:
      return outcome.packages;
  }
}

function checkTag(ecosystem: Ecosystem, tag: string): void {
  const refusal = tagRefusal(ecosystem, tag);
  if (refusal !== undefined) throw new Failure('unacceptable-tag', refusal);
}

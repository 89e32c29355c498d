/** The present state of a package in the catalog, for changes by its clients. */
import type { Package, Project, Registry } from '../../model/records.ts';
import type { Larder } from '../../registry/larder.ts';
import { missing } from '../../serving/resolvers.ts';
import { distTags } from './dist-tags.ts';
import { versionKey } from './version.ts';

export interface ProjectState {
  readonly project: Project;
  /** The packages that are not withdrawn, by the normal form of their versions. */
  readonly packages: ReadonlyMap<string, Package>;
  /** The versions of tags, as clients get them. */
  readonly tags: Readonly<Record<string, string>>;
}

const PAGE = 100;

/** Throws `not-found` if all versions are withdrawn. */
export async function readProject(larder: Larder, registry: Registry, name: string): Promise<ProjectState> {
  // Read before its packages, so that a change in between makes the revision out of date.
  const project = await larder.catalog.projects.find(registry.id, name);
  if (!project) throw missing('package', name);
  const packages: Package[] = [];
  for await (const pkg of eachPackage(larder, registry, name)) if (pkg.standing !== 'withdrawn') packages.push(pkg);
  if (packages.length === 0) throw missing('package', name);
  const tagged = packages.flatMap(({ tags, version }) => tags.map((tag) => [tag, version] as const));
  return {
    project,
    packages: new Map(packages.map((pkg) => [versionKey(pkg.version), pkg])),
    tags: distTags(new Map(tagged), packages),
  };
}

async function* eachPackage({ catalog }: Larder, { id }: Registry, nameKey: string): AsyncGenerator<Package> {
  let after: string | undefined;
  for (;;) {
    const { items, hasOlder } = await catalog.packages.page(id, { nameKey, after, limit: PAGE });
    yield* items;
    after = items.at(-1)?.id;
    if (!hasOlder || after === undefined) return;
  }
}

/** Returns the package of a version. Throws `not-found`. */
export function versionOf({ packages, project: { name } }: ProjectState, version: string): Package {
  const found = packages.get(versionKey(version));
  if (!found) throw missing('package', `${name}@${version}`);
  return found;
}

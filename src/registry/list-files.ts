/** Lists the files of a package, with the main files of the packages that are parts of it. */
import type { Package, PackageFile, Registry } from '../model/records.ts';
import type { JsonObject } from '../model/values.ts';
import { hidesParts } from './hides-parts.ts';
import type { Larder } from './larder.ts';

export interface ListedFile extends Omit<PackageFile, 'role'> {
  /** `referrer`: the main file of a package about this one. */
  readonly role: 'main' | 'attached' | 'referrer';
  readonly metadata: JsonObject;
  /** The package that has the file as its main file, if that is another one; otherwise undefined. */
  readonly package: Package | undefined;
}

/** Enough for all signatures and reports about one image. The description has it, too. */
const mostReferrers = 1000;

/** Returns the files in the order in which they were added, then the oldest referrers. */
export async function listFiles(larder: Larder, registry: Registry, pkg: Package): Promise<readonly ListedFile[]> {
  const ecosystem = larder.ecosystems[registry.ecosystem];
  const { packages } = larder.catalog;
  const files = await packages.files(pkg.id);
  const hasParts = hidesParts(ecosystem);
  const needed = hasParts ? await packages.neededBy(pkg.id) : [];
  const subjectKey = ecosystem.names.versionKey(pkg.version);
  const about = hasParts ? await packages.about(pkg.projectId, subjectKey, { limit: mostReferrers }) : [];
  const referrers = about.length > 0 ? await packages.filesAbout(pkg.projectId, subjectKey, mostReferrers) : [];
  const metadata = ecosystem.fileMetadata(pkg, about);
  const owners = new Map([...needed, ...about].map((one) => [one.version, one]));
  const packagesById = new Map(about.map((one) => [one.id, one]));
  return [
    ...files.map((file) => ({
      ...file,
      role: file.role === 'main' ? ('main' as const) : ('attached' as const),
      metadata: metadata.get(file.name) ?? {},
      package: file.role === 'main' ? undefined : owners.get(file.name),
    })),
    ...referrers.flatMap((file) => {
      const owner = packagesById.get(file.packageId);
      // A referrer that was published between both queries is in the next list.
      if (owner === undefined) return [];
      return [{ ...file, role: 'referrer' as const, metadata: metadata.get(owner.version) ?? {}, package: owner }];
    }),
  ];
}

/**
 * Compares all bundles of two versions. Differences of shared parts, such as the schema of problems, are reported once.
 */
import { compareDescriptions } from './compare-descriptions.ts';
import type { Difference } from './difference.ts';
import type { Bundles } from './releases.ts';

export interface BundlesDifference extends Difference {
  /** The names of the bundles with the difference. */
  readonly bundles: readonly string[];
}

/** Returns the differences, ordered by location. */
export async function compareBundles(base: Bundles, revision: Bundles): Promise<readonly BundlesDifference[]> {
  const names = [...new Set([...Object.keys(base), ...Object.keys(revision)])].sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const differences = await compareBundle(name, base[name], revision[name]);
      return differences.map((difference) => ({ ...difference, bundles: [name] }));
    }),
  );
  const told = new Map<string, BundlesDifference>();
  for (const { bundles, ...difference } of found.flat()) {
    const key = JSON.stringify(difference);
    told.set(key, { ...difference, bundles: [...(told.get(key)?.bundles ?? []), ...bundles] });
  }
  return [...told.values()].sort((one, other) => (one.place < other.place ? -1 : 1));
}

async function compareBundle(
  name: string,
  base: object | undefined,
  revision: object | undefined,
): Promise<readonly Difference[]> {
  if (base !== undefined && revision !== undefined) return await compareDescriptions(base, revision);
  if (base === undefined) return [{ place: name, kind: 'added', directions: [], severity: 'compatible', reasons: [] }];
  const reasons = ['The whole description was removed.'];
  return [{ place: name, kind: 'removed', directions: [], severity: 'breaking', reasons }];
}

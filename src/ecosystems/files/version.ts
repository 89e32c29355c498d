import compare from 'semver/functions/compare.js';
import prerelease from 'semver/functions/prerelease.js';

/**
 * Orders two Semantic Versions by precedence (Semantic Versioning 2.0.0, section 11): negative if `a` is older, zero if
 * they are equal except for build metadata. Throws `TypeError` if one is not a version.
 */
export function compareFileVersions(a: string, b: string): number {
  return compare(a, b);
}

/** Returns the highest version without a pre-release, or the highest of all; undefined if there are none. */
export function highestVersion(versions: readonly string[]): string | undefined {
  const ordered = versions.toSorted(compareFileVersions);
  return ordered.findLast((version) => prerelease(version) === null) ?? ordered.at(-1);
}

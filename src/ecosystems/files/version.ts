import compare from 'semver/functions/compare.js';

/**
 * Orders two Semantic Versions by precedence (Semantic Versioning 2.0.0, section 11): negative if `a` is older, zero if
 * they are equal except for build metadata. Throws `TypeError` if one is not a version.
 */
export function compareFileVersions(a: string, b: string): number {
  return compare(a, b);
}

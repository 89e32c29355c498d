import compare from 'semver/functions/compare.js';

/**
 * Orders two Semantic Versions by precedence (Semantic Versioning 2.0.0, section 11): negative when `a` is older, zero
 * when they are equal, whatever their build metadata. Throws `TypeError` for anything else than versions.
 */
export function compareFileVersions(a: string, b: string): number {
  return compare(a, b);
}

/** Versions of npm packages: Semantic Versions, whose build metadata does not distinguish them. */
import clean from 'semver/functions/clean.js';
import compare from 'semver/functions/compare.js';
import parse from 'semver/functions/parse.js';

/** Returns whether the text is a Semantic Version 2.0.0 of at most 256 characters. npm accepts "v1.2.3" as well. */
export function isVersion(text: string): boolean {
  return /^\d/.test(text) && parse(text) !== null;
}

/**
 * Returns the version without build metadata, which npm removes before it publishes; the text itself if it is not a
 * version.
 */
export function versionKey(text: string): string {
  return parse(text)?.version ?? text;
}

/** Returns the form in which npm publishes a version of package.json, such as `1.2.3` for `v1.2.3+build`. */
export function publishedForm(text: string): string {
  return clean(text, { loose: true }) ?? text;
}

/**
 * Orders two versions by precedence (Semantic Versioning 2.0.0, section 11): negative if `a` is older, zero if they
 * are equal except for build metadata. Throws `TypeError` if one is not a version.
 */
export function compareNpmVersions(a: string, b: string): number {
  return compare(a, b);
}

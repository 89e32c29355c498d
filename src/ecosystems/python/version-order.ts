/** The order of versions (PEP 440, "Summary of permitted suffixes and relative ordering"). */
import { parseVersion, type PythonVersion } from './version.ts';

/**
 * Orders two versions like pip: negative if `a` is older, zero if they are equal. Throws `TypeError` if one is not a
 * version.
 */
export function comparePythonVersions(a: string, b: string): number {
  return compareParsedVersions(versionOf(a), versionOf(b));
}

/** Orders parsed versions, so that each of many is parsed once. */
export function compareParsedVersions(one: PythonVersion, other: PythonVersion): number {
  return (
    compareNumbers(one.epoch, other.epoch) ||
    compareReleases(one.release, other.release) ||
    comparePre(one, other) ||
    compareNumbers(one.post ?? BEFORE_ALL, other.post ?? BEFORE_ALL) ||
    compareDev(one, other) ||
    compareLocal(one.local, other.local)
  );
}

/** Shorter, and so less, than any number. */
const BEFORE_ALL = '';

function versionOf(text: string): PythonVersion {
  const version = parseVersion(text);
  if (version === undefined) throw new TypeError(`${JSON.stringify(text)} is not a PEP 440 version`);
  return version;
}

/** Compares digits without leading zeros: the longer number is the larger one. */
function compareNumbers(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** The shorter one is padded with zeros. */
function compareReleases(a: readonly string[], b: readonly string[]): number {
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const order = compareNumbers(a[place] ?? '0', b[place] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

function comparePre(a: PythonVersion, b: PythonVersion): number {
  return preRank(a) - preRank(b) || compareNumbers(a.pre?.number ?? BEFORE_ALL, b.pre?.number ?? BEFORE_ALL);
}

/** A development release of a final release comes before its pre-releases, and these before the release. */
function preRank({ pre, post, dev }: PythonVersion): number {
  if (pre !== undefined) return ['a', 'b', 'rc'].indexOf(pre.kind) + 1;
  return post === undefined && dev !== undefined ? 0 : 4;
}

/** A development release comes before the release that it precedes. */
function compareDev(a: PythonVersion, b: PythonVersion): number {
  if (a.dev === undefined || b.dev === undefined) return Number(a.dev === undefined) - Number(b.dev === undefined);
  return compareNumbers(a.dev, b.dev);
}

/** Numbers come after words, and more segments after fewer. */
function compareLocal(a: readonly string[], b: readonly string[]): number {
  for (let place = 0; place < Math.min(a.length, b.length); place++) {
    const order = compareSegments(a[place] ?? '', b[place] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareSegments(a: string, b: string): number {
  const [aNumber, bNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (aNumber && bNumber) return compareNumbers(a, b);
  if (aNumber !== bNumber) return aNumber ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

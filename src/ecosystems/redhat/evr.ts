/** The versions of RPM packages, `[epoch:]version-release`, and rpm's order of them (rpm's "rpmvercmp"). */

export interface Evr {
  readonly epoch: string;
  readonly version: string;
  readonly release: string;
}

/** Returns the parts of a version. The epoch of one without an epoch is `0`. */
export function parseEvr(text: string): Evr {
  const colon = text.indexOf(':');
  const [version = '', ...release] = text.slice(colon + 1).split('-');
  return { epoch: colon > 0 ? text.slice(0, colon) : '0', version, release: release.join('-') };
}

/** Returns the version as rpm shows it: without an epoch of 0. */
export function evrText({ epoch, version, release }: Evr): string {
  return `${epoch === '0' ? '' : `${epoch}:`}${version}-${release}`;
}

/**
 * Returns the version without its epoch. File names do not have the epoch, so two packages that differ only in it would
 * have one URL.
 */
export function versionRelease(version: string): string {
  return version.slice(version.indexOf(':') + 1);
}

/** Orders two versions like rpm: negative if `a` is older, zero if they are equal. */
export function compareEvr(a: string, b: string): number {
  const [left, right] = [parseEvr(a), parseEvr(b)];
  return (
    rpmvercmp(left.epoch, right.epoch) ||
    rpmvercmp(left.version, right.version) ||
    rpmvercmp(left.release, right.release)
  );
}

/**
 * Orders two parts of versions. They are compared by segments of digits or of ASCII letters; other characters only
 * separate segments. `~` is before the end, `^` is after the end and before everything else.
 */
export function rpmvercmp(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [segments(a), segments(b)];
  for (let n = 0; ; n += 1) {
    const [one, two] = [left[n], right[n]];
    if (one === undefined && two === undefined) return 0;
    const difference = rank(one) - rank(two) || compareSegments(one ?? '', two ?? '');
    if (difference !== 0) return difference;
  }
}

function segments(part: string): readonly string[] {
  return part.match(/[0-9]+|[A-Za-z]+|[~^]/g) ?? [];
}

/** A version ends before any other segment, except for `~`. */
function rank(segment: string | undefined): number {
  if (segment === undefined) return 1;
  if (segment === '~') return 0;
  if (segment === '^') return 2;
  return /^[A-Za-z]/.test(segment) ? 3 : 4;
}

function compareSegments(a: string, b: string): number {
  const [left, right] = /^[0-9]/.test(a) ? [a.replace(/^0+/, ''), b.replace(/^0+/, '')] : [a, b];
  if (/^[0-9]/.test(a) && left.length !== right.length) return left.length - right.length;
  return left === right ? 0 : left < right ? -1 : 1;
}

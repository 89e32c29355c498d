/** Debian versions: `[epoch:]upstream_version[-debian_revision]` (Debian Policy, section 5.6.12; deb-version(7)). */

// After an epoch, dpkg accepts colons in the upstream version.
const VALID = /^(?:(?<epoch>\d{1,10}):\d[A-Za-z0-9.+~:-]*|\d[A-Za-z0-9.+~-]*)$/;
const LARGEST_EPOCH = 2_147_483_647;

/**
 * Returns whether a version is valid: an optional epoch (at most 2147483647, like dpkg), then letters, digits and `. +
 * - ~`, beginning with a digit, and without an empty revision. With an epoch, the upstream version may have colons, but
 * not the revision.
 */
export function isDebianVersion(version: string): boolean {
  const match = VALID.exec(version);
  if (match === null || version.endsWith('-') || Number(match.groups?.['epoch'] ?? 0) > LARGEST_EPOCH) return false;
  return !split(version).revision.includes(':');
}

/**
 * Returns whether dpkg reads a version in a relation. It accepts characters that Policy does not allow with a warning,
 * and rejects only empty parts and an epoch that is not a number.
 */
export function isReadableVersion(version: string): boolean {
  const { epoch, upstream, revision } = split(version);
  const hasEpoch = version.includes(':');
  if (hasEpoch && !(/^\d+$/.test(epoch) && Number(epoch) <= LARGEST_EPOCH)) return false;
  return upstream !== '' && !(version.endsWith('-') && revision === '');
}

/** Returns the version for file names, without the epoch and its colon. */
export function withoutEpoch(version: string): string {
  return version.slice(version.indexOf(':') + 1);
}

/**
 * Orders two versions like dpkg: negative if `a` is older, zero if they are equal (`1.0` and `1.0-0` are).
 * Any strings can be ordered, valid or not.
 */
export function compareDebianVersions(a: string, b: string): number {
  const left = split(a);
  const right = split(b);
  return (
    compareNumbers(left.epoch, right.epoch) ||
    compareParts(left.upstream, right.upstream) ||
    compareParts(left.revision, right.revision)
  );
}

function split(version: string): { epoch: string; upstream: string; revision: string } {
  const colon = version.indexOf(':');
  const hyphen = version.lastIndexOf('-');
  const hasRevision = hyphen > colon;
  return {
    epoch: version.slice(0, Math.max(colon, 0)),
    upstream: version.slice(colon + 1, hasRevision ? hyphen : undefined),
    revision: hasRevision ? version.slice(hyphen + 1) : '',
  };
}

/** Compares runs of non-digits and runs of digits alternately, from the left. */
function compareParts(a: string, b: string): number {
  const left = runs(a);
  const right = runs(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = i % 2 === 0 ? compareWords(left[i] ?? '', right[i] ?? '') : compareNumbers(left[i], right[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Returns runs of non-digits at even indexes and runs of digits at odd ones. */
function runs(part: string): string[] {
  return [...part.matchAll(/(\D*)(\d*)/g)].flatMap(([, word = '', digits = '']) => [word, digits]);
}

function compareWords(a: string, b: string): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = weight(a[i]) - weight(b[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** "All the letters sort earlier than all the non-letters and so that a tilde sorts before anything, even the end." */
function weight(character: string | undefined): number {
  if (character === undefined) return 0;
  if (character === '~') return -1;
  return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 0x10000;
}

/** Compares numbers of any length. A missing one is zero. */
function compareNumbers(a = '', b = ''): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  if (left.length !== right.length) return left.length - right.length;
  return left === right ? 0 : left < right ? -1 : 1;
}

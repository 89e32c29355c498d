/**
 * Versions of charts: Semantic Versions as helm reads them, with an optional `v` and one to three numbers, such as `1.2`.
 */

interface ChartVersion {
  /** Digits without leading zeros. */
  readonly numbers: readonly string[];
  readonly prerelease: readonly string[];
}

const VERSION =
  /^v?(0|[1-9]\d{0,18})(?:\.(0|[1-9]\d{0,18}))?(?:\.(0|[1-9]\d{0,18}))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** Returns whether helm can read the version. Its numbers have 64 bits; here they have at most 19 digits. */
export function isChartVersion(text: string): boolean {
  return parse(text) !== undefined;
}

/**
 * Orders two versions by precedence (Semantic Versioning 2.0.0, section 11): negative if `a` is older, zero if they are
 * equal except for build metadata. Throws `TypeError` if one is not a version.
 */
export function compareChartVersions(a: string, b: string): number {
  const [one, other] = [versionOf(a), versionOf(b)];
  for (const [place, number] of one.numbers.entries()) {
    const order = compareNumbers(number, other.numbers[place] ?? '0');
    if (order !== 0) return order;
  }
  return comparePrereleases(one.prerelease, other.prerelease);
}

function versionOf(text: string): ChartVersion {
  const version = parse(text);
  if (version === undefined) throw new TypeError(`${JSON.stringify(text)} is not a Semantic Version`);
  return version;
}

function parse(text: string): ChartVersion | undefined {
  // A group that did not match is undefined, which the library's types omit.
  const found: readonly (string | undefined)[] | null = VERSION.exec(text);
  if (found === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', prerelease] = found;
  const words = prerelease?.split('.') ?? [];
  return words.some((word) => /^0\d+$/.test(word)) ? undefined : { numbers: [major, minor, patch], prerelease: words };
}

/** Compares digits without leading zeros: the longer number is the larger one. */
function compareNumbers(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** A version comes after its pre-releases, and more words after fewer. */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Number(a.length === 0) - Number(b.length === 0);
  for (const [place, word] of a.entries()) {
    const other = b[place];
    if (other === undefined) return 1;
    const order = compareWords(word, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Numbers come before other words. */
function compareWords(a: string, b: string): number {
  const [aNumber, bNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (aNumber && bNumber) return compareNumbers(a, b);
  if (aNumber !== bNumber) return aNumber ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

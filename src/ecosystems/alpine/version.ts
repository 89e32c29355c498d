/** Versions of packages: `1.2.3b_rc1~0a1b-r4` (apk-package(5), section "Package names and versions"). */

// apk stores numbers in 64 bits.
const VALID =
  /^\d{1,18}(?:\.\d{1,18})*[a-z]?(?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d{0,18})*(?:~[0-9a-f]+)?(?:-r\d{1,18})?$/;

/** Returns whether apk accepts a version. */
export function isApkVersion(version: string): boolean {
  return VALID.test(version);
}

/** The kinds of tokens, in the order in which they follow each other in a version. */
const kinds = ['first', 'number', 'letter', 'suffix', 'suffix-number', 'commit', 'revision', 'end'] as const;

interface Token {
  readonly kind: (typeof kinds)[number];
  readonly text: string;
}

const TOKEN =
  /\.(?<number>\d+)|(?<letter>[a-z])|_(?<suffix>[a-z]+)(?<suffixNumber>\d*)|~(?<commit>[0-9a-f]+)|-r(?<revision>\d+)/y;

/** Versions with one of these are older than the same version without it; those with other suffixes are newer. */
const earlier: readonly string[] = ['alpha', 'beta', 'pre', 'rc'];
const suffixes: readonly string[] = [...earlier, 'cvs', 'svn', 'git', 'hg', 'p'];

/**
 * Orders two versions like apk: negative if `a` is older, zero if they are equal. Ignores the text after
 * the first invalid character of an invalid version.
 */
export function compareApkVersions(a: string, b: string): number {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  for (let at = 0; ; at += 1) {
    const [one, other] = [left[at] ?? end, right[at] ?? end];
    if (one.kind !== other.kind) return compareKinds(one, other);
    const difference = compareTokens(one, other);
    if (difference !== 0 || one.kind === 'end') return difference;
  }
}

const end: Token = { kind: 'end', text: '' };

/** Orders two versions that are equal before these tokens: one that continues with a number is the newest. */
function compareKinds(one: Token, other: Token): number {
  if (isEarlier(one)) return -1;
  if (isEarlier(other)) return 1;
  return kinds.indexOf(other.kind) - kinds.indexOf(one.kind);
}

function isEarlier({ kind, text }: Token): boolean {
  return kind === 'suffix' && earlier.includes(text);
}

function tokensOf(version: string): readonly Token[] {
  const [first = ''] = /^\d*/.exec(version) ?? [];
  const tokens: Token[] = [{ kind: 'first', text: first }];
  TOKEN.lastIndex = first.length;
  for (let match = TOKEN.exec(version); match !== null; match = TOKEN.exec(version)) {
    const { number, letter, suffix, suffixNumber, commit, revision } = match.groups ?? {};
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    if (letter !== undefined) tokens.push({ kind: 'letter', text: letter });
    if (suffix !== undefined) tokens.push({ kind: 'suffix', text: suffix });
    if (suffixNumber) tokens.push({ kind: 'suffix-number', text: suffixNumber });
    if (commit !== undefined) tokens.push({ kind: 'commit', text: commit });
    if (revision !== undefined) tokens.push({ kind: 'revision', text: revision });
  }
  return tokens;
}

function compareTokens({ kind, text: a }: Token, { text: b }: Token): number {
  if (kind === 'suffix') return suffixes.indexOf(a) - suffixes.indexOf(b);
  if (kind === 'letter' || kind === 'commit') return compareTexts(a, b);
  // As in Gentoo's versions, 1.01 is older than 1.1.
  if (kind === 'number' && (a.startsWith('0') || b.startsWith('0'))) return compareTexts(a, b);
  return compareNumbers(a, b);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Compares numbers of any length. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || compareTexts(left, right);
}

/** PEP 440 versions: parsing, normal form and comparison keys. */

export interface PythonVersion {
  /** Numbers are strings of digits without leading zeros, because PEP 440 has no limit for them. */
  readonly epoch: string;
  readonly release: readonly string[];
  readonly pre: Numbered<'a' | 'b' | 'rc'> | undefined;
  readonly post: string | undefined;
  readonly dev: string | undefined;
  /** The segments of a local version, in lower case. */
  readonly local: readonly string[];
}

interface Numbered<Kind> {
  readonly kind: Kind;
  readonly number: string;
}

/** PEP 440, appendix B. */
const VERSION = new RegExp(
  [
    /^v?/,
    /(?:(?<epoch>[0-9]+)!)?/,
    /(?<release>[0-9]+(?:\.[0-9]+)*)/,
    /(?:[-_.]?(?<kind>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>[0-9]+)?)?/,
    /(?:-(?<implicit>[0-9]+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>[0-9]+)?)?/,
    /(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>[0-9]+)?)?/,
    /(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?/,
    /$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

const KINDS = { a: 'a', alpha: 'a', b: 'b', beta: 'b', c: 'rc', rc: 'rc', pre: 'rc', preview: 'rc' } as const;

/** Returns undefined if the text is not a version. */
export function parseVersion(text: string): PythonVersion | undefined {
  const found = VERSION.exec(text.trim())?.groups;
  if (found === undefined) return undefined;
  // A group that did not match is undefined, which the library's types omit.
  const groups: Readonly<Record<string, string | undefined>> = found;
  const { epoch = '0', release = '', kind, pre = '0', implicit, post, postNumber = '0', dev, devNumber = '0' } = groups;
  return {
    epoch: digits(epoch),
    release: release.split('.').map(digits),
    pre: kind === undefined ? undefined : { kind: kindOf(kind), number: digits(pre) },
    post: implicit !== undefined ? digits(implicit) : post === undefined ? undefined : digits(postNumber),
    dev: dev === undefined ? undefined : digits(devNumber),
    local: groups['local']?.toLowerCase().split(/[-_.]/).map(digits) ?? [],
  };
}

/** Returns the normal form, such as `1.0rc1` for `v1.0-RC_1` (PEP 440, "Normalization"). */
export function normalForm({ epoch, release, pre, post, dev, local }: PythonVersion): string {
  return [
    epoch === '0' ? '' : `${epoch}!`,
    release.join('.'),
    pre === undefined ? '' : `${pre.kind}${pre.number}`,
    post === undefined ? '' : `.post${post}`,
    dev === undefined ? '' : `.dev${dev}`,
    local.length === 0 ? '' : `+${local.join('.')}`,
  ].join('');
}

/** Returns a key that is the same for equal versions, such as `1` for `1.0.0` (PEP 440, "Final releases"). */
export function versionKey(version: PythonVersion): string {
  const last = version.release.findLastIndex((number) => number !== '0');
  return normalForm({ ...version, release: version.release.slice(0, Math.max(last, 0) + 1) });
}

/** Returns the key of a version in any spelling; the text itself if it is not a version. */
export function keyOfVersion(text: string): string {
  const version = parseVersion(text);
  return version === undefined ? text : versionKey(version);
}

function kindOf(text: string): 'a' | 'b' | 'rc' {
  const kind = text.toLowerCase();
  // The expression matches no other kinds.
  return KINDS[kind as keyof typeof KINDS];
}

/** Returns a number without leading zeros, and other text unchanged. */
function digits(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text;
}

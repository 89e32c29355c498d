/** The dependencies of a package, as the lists for clients have them: those that createrepo_c writes. */
import { MalformedFile } from '../../formats/malformed-file.ts';
import type { RpmHeader } from '../../formats/rpm-header.ts';
import { rpmvercmp } from './evr.ts';
import { isPrimary, type PackedFile } from './package-files.ts';
import { checkListable } from './shown-text.ts';
import { DEPENDENCY_TAGS } from './tags.ts';

export type DependencyKind = keyof typeof DEPENDENCY_TAGS;

export interface Dependency {
  /** A name, a path, or an expression such as `(a if b)`, which clients parse. */
  readonly name: string;
  /** `EQ`, `LT`, `LE`, `GT` or `GE`; undefined if any version is meant. */
  readonly comparison: string | undefined;
  readonly epoch: string;
  readonly version: string;
  /** Undefined if the release does not matter. */
  readonly release: string | undefined;
  /** Whether it must be installed before the package's scripts run. */
  readonly pre: boolean;
}

/** RPMSENSE_LESS, RPMSENSE_GREATER and RPMSENSE_EQUAL. */
const COMPARISONS: Readonly<Record<number, string>> = { 2: 'LT', 4: 'GT', 8: 'EQ', 10: 'LE', 12: 'GE' };
const COMPARISON_BITS = 0xf;

/** RPMSENSE_POSTTRANS, RPMSENSE_PREREQ, RPMSENSE_PRETRANS, RPMSENSE_SCRIPT_PRE and RPMSENSE_SCRIPT_POST. */
const PRE_BITS = (1 << 5) | (1 << 6) | (1 << 7) | (1 << 9) | (1 << 10);

/** Throws `MalformedFile` if the lists of the header have different lengths. */
export async function readDependencies(
  header: RpmHeader,
  files: readonly PackedFile[],
): Promise<Readonly<Record<DependencyKind, readonly Dependency[]>>> {
  const read = async (kind: DependencyKind): Promise<readonly Dependency[]> => await readKind(header, kind);
  const provides = unique(await read('provides'));
  return {
    provides,
    conflicts: unique(await read('conflicts')),
    obsoletes: unique(await read('obsoletes')),
    requires: required(await read('requires'), provides, files),
    suggests: unique(await read('suggests')),
    enhances: unique(await read('enhances')),
    recommends: unique(await read('recommends')),
    supplements: unique(await read('supplements')),
  };
}

async function readKind(header: RpmHeader, kind: DependencyKind): Promise<readonly Dependency[]> {
  const tags = DEPENDENCY_TAGS[kind];
  const names = await header.strings(tags.names);
  const flags = await header.integers(tags.flags);
  const versions = await header.strings(tags.versions);
  // Version 3 of the format has names only.
  if ([flags.length, versions.length].some((length) => length !== names.length && length !== 0))
    throw new MalformedFile(
      `The RPM header has ${names.length} ${kind} with ${flags.length} flags and ${versions.length} versions.`,
    );
  return names.flatMap((name, n) => readOne(kind, name, flags[n] ?? 0, versions[n] ?? ''));
}

function readOne(kind: DependencyKind, name: string, flags: number, text: string): readonly Dependency[] {
  checkListable(kind, name);
  checkListable(`version of the ${kind}`, text);
  const evr = parseVersion(text);
  if (evr === undefined) return [];
  return [{ name, comparison: COMPARISONS[flags & COMPARISON_BITS], ...evr, pre: (flags & PRE_BITS) !== 0 }];
}

/** Returns undefined if the epoch is not a number: clients cannot compare such a version. */
function parseVersion(text: string): Pick<Dependency, 'epoch' | 'version' | 'release'> | undefined {
  const [, epoch = '', rest = ''] = /^(?:([^:]*):)?(.*)$/s.exec(text) ?? [];
  if (!/^\d*$/.test(epoch)) return undefined;
  const hyphen = rest.indexOf('-');
  const release = hyphen === -1 ? '' : rest.slice(hyphen + 1);
  return {
    epoch: epoch === '' ? '0' : epoch,
    version: hyphen === -1 ? rest : rest.slice(0, hyphen),
    release: release === '' ? undefined : release,
  };
}

/**
 * Returns the requirements for clients: without those of rpm itself, and those that the package fulfils. Each version of
 * glibc includes the earlier ones, so only the highest of its symbols remains, as the last one.
 */
function required(
  requires: readonly Dependency[],
  provides: readonly Dependency[],
  files: readonly PackedFile[],
): readonly Dependency[] {
  const own = new Set(provides.map(versionedKey));
  const paths = new Set(files.filter(({ path }) => isPrimary(path)).map(({ path }) => path));
  const kept = unique(requires).filter((one) => {
    if (one.name.startsWith('rpmlib(')) return false;
    if (one.name.startsWith('/') && paths.has(one.name)) return false;
    return !own.has(versionedKey(one));
  });
  const glibc = kept.filter(isGlibc);
  const [first, ...others] = glibc;
  if (first === undefined) return kept;
  const highest = others.reduce((high, one) => (rpmvercmp(symbolOf(high), symbolOf(one)) < 0 ? one : high), first);
  return [...kept.filter((one) => !isGlibc(one)), highest];
}

function isGlibc({ name }: Dependency): boolean {
  return name.startsWith('libc.so.6');
}

/** Returns `GLIBC_2.34` of `libc.so.6(GLIBC_2.34)(64bit)`, '' of `libc.so.6()(64bit)`. */
function symbolOf({ name }: Dependency): string {
  // The name begins with `libc.so.6`.
  return /^[^(]*\(([^)]*)\)/.exec(name)?.[1] ?? '';
}

function unique(dependencies: readonly Dependency[]): readonly Dependency[] {
  const seen = new Set<string>();
  return dependencies.filter((one) => seen.size !== seen.add(`${versionedKey(one)}\n${one.pre}`).size);
}

function versionedKey({ name, comparison, epoch, version, release }: Dependency): string {
  return JSON.stringify([name, comparison, epoch, version, release]);
}

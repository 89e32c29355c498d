/**
 * Parses the file names of distributions: wheels (PEP 427, PEP 491) and source distributions (PEP 625, and older ones).
 */
import { isProjectName, normalizeName } from './project-name.ts';
import { parseVersion, versionKey } from './version.ts';

export type DistributionName =
  | { readonly kind: 'wheel'; readonly name: string; readonly version: string; readonly tags: string }
  | { readonly kind: 'sdist'; readonly archive: 'tar.gz' | 'zip'; readonly stem: string };

export interface Release {
  readonly name: string;
  readonly version: string;
}

const WORD = '[A-Za-z0-9_]+';
const TAG = `${WORD}(?:\\.${WORD})*`;
// PEP 427: the build number must start with a digit; tags may be compressed sets, joined by full stops (PEP 425).
const WHEEL = new RegExp(
  `^(?<name>[A-Za-z0-9._]+)-(?<version>[A-Za-z0-9._!+]+)-(?<tags>(?:\\d[A-Za-z0-9_.]*-)?${TAG}-${TAG}-${TAG})\\.whl$`,
);
const LONGEST_STEM = 255;
const SDIST = /^(?<stem>[A-Za-z0-9._!+-]+)\.(?<archive>tar\.gz|zip)$/;

/**
 * Parses the file name of a distribution, as far as possible without knowing the project: in the names of older source
 * distributions, the hyphen after the project is ambiguous. Returns undefined for other files.
 */
export function parseDistributionName(fileName: string): DistributionName | undefined {
  const wheel = WHEEL.exec(fileName)?.groups;
  if (wheel !== undefined) {
    const { name = '', version = '', tags = '' } = wheel;
    return isProjectName(name) && parseVersion(version) !== undefined
      ? { kind: 'wheel', name, version, tags }
      : undefined;
  }
  const { stem = '', archive } = SDIST.exec(fileName)?.groups ?? {};
  if ((archive !== 'tar.gz' && archive !== 'zip') || releasesIn(stem).length === 0) return undefined;
  return { kind: 'sdist', archive, stem };
}

/**
 * Returns whether a name, in any spelling, is that of a file of this release: the same kind of distribution, and for wheels
 * the same tags.
 */
export function isNameOf(name: string, file: string, release: Release): boolean {
  const [one, own] = [parseDistributionName(name), parseDistributionName(file)];
  if (one?.kind === 'wheel') return own?.kind === 'wheel' && one.tags === own.tags && isSameRelease(one, release);
  return one?.kind === 'sdist' && own?.kind === 'sdist' && one.archive === own.archive && isStemOf(one.stem, release);
}

/**
 * Returns whether `{name}-{version}` can be parsed as this release, in any spelling. False for a stem of more than 255
 * characters, because file systems have no longer names.
 */
export function isStemOf(stem: string, release: Release): boolean {
  return releasesIn(stem).some((other) => isSameRelease(other, release));
}

/** Compares normal forms (PEP 503 and PEP 440). Both versions must be valid. */
export function isSameRelease(a: Release, b: Release): boolean {
  return normalizeName(a.name) === normalizeName(b.name) && keyOf(a.version) === keyOf(b.version);
}

/** Yields all ways to parse `{name}-{version}`, one per hyphen. The time is quadratic in the length. */
function releasesIn(stem: string): Release[] {
  if (stem.length > LONGEST_STEM) return [];
  return [...stem.matchAll(/-/g)]
    .map(({ index }) => ({ name: stem.slice(0, index), version: stem.slice(index + 1) }))
    .filter(({ name, version }) => isProjectName(name) && parseVersion(version) !== undefined);
}

function keyOf(text: string): string | undefined {
  const version = parseVersion(text);
  return version && versionKey(version);
}

/** What the names of distributions say: wheels (PEP 427, PEP 491) and source distributions (PEP 625, and older ones). */
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
 * Takes the name of a distribution apart, as far as that can be done without knowing the project: older source
 * distributions have hyphens on either side of the one that ends the name. Undefined for other files.
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
 * Whether `{name}-{version}` can be read as this release, whatever the spelling of the two. False for a stem of more than
 * 255 characters: it is the name of a folder or a file, and no file system has longer ones.
 */
export function isStemOf(stem: string, release: Release): boolean {
  return releasesIn(stem).some((other) => isSameRelease(other, release));
}

/** PEP 503 and PEP 440: not the spelling counts. The versions must be versions. */
export function isSameRelease(a: Release, b: Release): boolean {
  return normalizeName(a.name) === normalizeName(b.name) && keyOf(a.version) === keyOf(b.version);
}

/** All ways to read `{name}-{version}`. Each hyphen is one, so the time grows with the square of the length. */
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

/** Reads `openapi/CHANGELOG.md`: the announced breaking differences, and the versions. */
import semver from 'semver';

/**
 * Returns the locations in backticks under `### Breaking` of everything after a version: of `## Unreleased`, and of the
 * headings of higher versions.
 */
export function announcedSince(changelog: string, version: string): ReadonlySet<string> {
  const places = sections(changelog, '## ')
    .filter(({ heading }) => heading === 'Unreleased' || isHigher(heading, version))
    .flatMap(({ text }) => sections(text, '### '))
    .filter(({ heading }) => heading === 'Breaking')
    .flatMap(({ text }) => [...text.matchAll(/`([^`]+)`/g)])
    .map(([, place = '']) => place);
  return new Set(places);
}

/** Returns whether the changelog has a heading for a version. */
export function tellsOf(changelog: string, version: string): boolean {
  return releasesIn(changelog).some((release) => release.version === version);
}

export interface RecordedRelease {
  readonly version: string;
  /** In lower-case hexadecimal; undefined if the section has none. */
  readonly sha256: string | undefined;
}

/** Returns the versions that have a heading, with the SHA-256 of their release. */
export function releasesIn(changelog: string): readonly RecordedRelease[] {
  return sections(changelog, '## ')
    .filter(({ heading }) => semver.valid(heading) !== null)
    .map(({ heading, text }) => ({ version: heading, sha256: digest.exec(text)?.[1] }));
}

/** Writes the SHA-256 of a release below its heading, unless the section has one. */
export function withDigest(changelog: string, version: string, sha256: string): string {
  const recorded = releasesIn(changelog).find((release) => release.version === version);
  if (recorded === undefined || recorded.sha256 !== undefined) return changelog;
  const line = `SHA-256 of \`released/${version}.json\`: \`${sha256}\``;
  return changelog.replace(`## ${version}\n`, `## ${version}\n\n${line}\n`);
}

const digest = /^SHA-256 of `released\/[^`]+`: `([0-9a-f]{64})`$/m;

function sections(text: string, mark: string): { readonly heading: string; readonly text: string }[] {
  return `\n${text}`
    .split(`\n${mark}`)
    .slice(1)
    .map((section) => {
      const [heading = ''] = section.split('\n', 1);
      return { heading: heading.trim(), text: section.slice(heading.length) };
    });
}

function isHigher(heading: string, version: string): boolean {
  return semver.valid(heading) !== null && semver.gt(heading, version);
}

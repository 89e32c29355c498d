/** Reads `openapi/CHANGELOG.md`: which breaking differences it announces, and which versions it knows. */
import semver from 'semver';

/**
 * The places in backticks under `### Breaking`, of all that came after a version: of `## Unreleased`, and of the headings
 * of higher versions.
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

/** Whether it has a heading for a version. */
export function tellsOf(changelog: string, version: string): boolean {
  return sections(changelog, '## ').some(({ heading }) => heading === version);
}

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

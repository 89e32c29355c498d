/** The files of a package in `Contents` (Debian's "Repository Format", section "Contents indices"). */
import type { ListedEntry } from '../../registry/documents.ts';
import { controlValue, type ControlField } from './control.ts';

/** Words that clients can divide at slashes, commas and blanks. */
const SECTION = /^[A-Za-z0-9+._-]+(?:\/[A-Za-z0-9+._-]+)*$/;

/** A line has no escapes: it ends at a line break of any kind, and apt-file drops blanks around a path. */
const UNLISTABLE = /[\p{Cc}\p{Zl}\p{Zp}]|^\s|\s$/u;

/**
 * Returns the entry of a package: its section and name, then a line for each path; undefined if there is none. Without the
 * section if that is not a word.
 */
export function contentsEntry(
  name: string,
  fields: readonly ControlField[],
  paths: readonly string[],
): string | undefined {
  const listed = paths.filter((path) => !UNLISTABLE.test(path));
  if (listed.length === 0) return undefined;
  const section = controlValue(fields, 'Section') ?? '';
  return [SECTION.test(section) ? `${section}/${name}` : name, ...listed].join('\n');
}

/** Returns the lines of the packages that are offered: a path, a blank, section and name. */
export function contentsLines(entries: readonly ListedEntry[]): string {
  const lines: string[] = [];
  for (const { text, standing } of entries) {
    if (standing !== 'offered') continue;
    const [location = '', ...paths] = text.split('\n');
    for (const path of paths) lines.push(`${path} ${location}\n`);
  }
  return lines.join('');
}

/** Returns the number of characters of the lines of a package. */
export function lengthOfContents({ text }: ListedEntry): number {
  const end = text.indexOf('\n');
  let paths = 0;
  for (let at = end; at !== -1; at = text.indexOf('\n', at + 1)) paths += 1;
  return text.length + paths * (end + 1);
}

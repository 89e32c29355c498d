/** The metadata of a control file in the REST API. */
import type { JsonValue } from '../../model/values.ts';
import { controlValue, type ControlField } from './control.ts';

const LONGEST_TEXT = 4096;

const FOLDED_FIELDS = [
  'Architecture',
  'Source',
  'Maintainer',
  'Original-Maintainer',
  'Section',
  'Priority',
  'Essential',
  'Multi-Arch',
  'Homepage',
  'Vcs-Browser',
  'License',
  'Vendor',
  'Origin',
  'Bugs',
  'Pre-Depends',
  'Depends',
  'Recommends',
  'Suggests',
  'Enhances',
  'Breaks',
  'Conflicts',
  'Replaces',
  'Provides',
  'Built-Using',
  'Tag',
] as const;

/**
 * Returns the useful control fields, named in snake_case, if the package has them: `description` as text with line
 * breaks, `installed_size` as a number of KiB, and as one-line strings `architecture`, `source`, `maintainer`,
 * `original_maintainer`, `section`, `priority`, `essential`, `multi_arch`, `homepage`, `vcs_browser`, `license`,
 * `vendor`, `origin`, `bugs`, `tag`, `built_using` and the relations `pre_depends`, `depends`, `recommends`,
 * `suggests`, `enhances`, `breaks`, `conflicts`, `replaces`, `provides`. A string of more than 4,096 characters is cut
 * and ends with "…".
 */
export function controlMetadata(fields: readonly ControlField[]): Readonly<Record<string, JsonValue>> {
  const metadata: Record<string, JsonValue> = {};
  const description = controlValue(fields, 'Description');
  if (description !== undefined) metadata['description'] = cut(descriptionText(description));
  Object.assign(metadata, foldedMetadata(fields, FOLDED_FIELDS));
  const installedSize = controlValue(fields, 'Installed-Size');
  if (installedSize !== undefined && /^\d{1,15}$/.test(installedSize))
    metadata['installed_size'] = Number(installedSize);
  return metadata;
}

/** Returns these fields as one-line strings, named in snake_case. */
export function foldedMetadata(fields: readonly ControlField[], names: readonly string[]): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const name of names) {
    const value = controlValue(fields, name);
    if (value !== undefined) metadata[snakeCase(name)] = cut(unfolded(value));
  }
  return metadata;
}

/** Policy, section 5.6.13: continuation lines are indented by one space, and a single full stop is a blank line. */
function descriptionText(value: string): string {
  return value.replace(/\n[ \t]/g, '\n').replace(/(?<=\n)\.(?=\n|$)/g, '');
}

/** Policy, section 5.1: in a folded field, a line break is equivalent to a space. The lookbehind keeps it linear. */
function unfolded(value: string): string {
  return value.replace(/(?<![ \t])[ \t]*\n[ \t]+/g, ' ').replace(/^ /, '');
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function snakeCase(fieldName: string): string {
  return fieldName.toLowerCase().replaceAll('-', '_');
}

/** Core metadata in the REST API. */
import type { JsonValue } from '../../model/values.ts';
import type { CoreMetadata } from './core-metadata.ts';
import { allValues } from './headers.ts';

const LONGEST_TEXT = 1000;
const MOST_VALUES = 200;

const TEXTS = [
  'Summary',
  'Description-Content-Type',
  'Home-page',
  'Author',
  'Author-email',
  'Maintainer',
  'Maintainer-email',
  'License',
  'License-Expression',
] as const;

const LISTS = ['License-File', 'Classifier', 'Requires-Dist', 'Provides-Extra'] as const;

/**
 * Returns the useful fields, named in snake_case, if the distribution has them: as one-line strings `requires_python`,
 * `summary`, `description_content_type`, `home_page`, `author`, `author_email`, `maintainer`, `maintainer_email`,
 * `license`, `license_expression`; as lists `keywords`, `license_file`, `classifier`, `requires_dist`,
 * `provides_extra`; and `project_urls`, by their labels. A string of more than 1,000 characters is cut and ends with
 * "…". A list has at most its first 200 items.
 */
export function shownMetadata({ headers, requiresPython }: CoreMetadata): Readonly<Record<string, JsonValue>> {
  const shown: Record<string, JsonValue> = {};
  if (requiresPython !== undefined) shown['requires_python'] = cut(requiresPython);
  for (const name of TEXTS) {
    const [value] = allValues(headers, name);
    if (value !== undefined) shown[snakeCase(name)] = cut(value);
  }
  for (const name of LISTS) addList(shown, snakeCase(name), allValues(headers, name));
  addList(shown, 'keywords', keywordsOf(allValues(headers, 'Keywords')[0] ?? ''));
  const urls = allValues(headers, 'Project-URL').slice(0, MOST_VALUES).map(labelledUrl);
  if (urls.length > 0) shown['project_urls'] = Object.fromEntries(urls);
  return shown;
}

function addList(shown: Record<string, JsonValue>, name: string, values: readonly string[]): void {
  if (values.length > 0) shown[name] = values.slice(0, MOST_VALUES).map(cut);
}

/** Keywords are separated by commas (PEP 566); before that, spaces were common. */
function keywordsOf(value: string): string[] {
  return value
    .split(value.includes(',') ? ',' : /\s/)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}

/** PEP 345: a label, a comma, the URL. */
function labelledUrl(value: string): [label: string, url: string] {
  const [label = '', ...url] = value.split(',');
  return [cut(label.trim()), cut(url.join(',').trim())];
}

/** Returns the text as one line, without control characters, cut to the maximum length. */
function cut(value: string): string {
  const lines = value.split(/\p{Cc}/u).map((line) => line.trim());
  const text = lines.filter((line) => line !== '').join(' ');
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function snakeCase(fieldName: string): string {
  return fieldName.toLowerCase().replaceAll('-', '_');
}

/** The metadata of a package, within limits. */
import type { JsonValue } from '../model/values.ts';
import type { Package } from '../model/records.ts';
import { html, type Html } from './html.ts';

type Metadata = Package['metadata'];

const most = { fields: 60, values: 30, characters: 1000 } as const;

/** The keys that are shown at the top of a page, as one text. */
const descriptionKeys = ['description', 'summary'];

export function descriptionOf(metadata: Metadata): string | undefined {
  const found = descriptionKeys.map((key) => metadata[key]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? cut(found, 4 * most.characters) : undefined;
}

/** Returns a definition list of all other keys; undefined if there are none. */
export function metadataList(metadata: Metadata): Html | undefined {
  const fields = Object.entries(metadata).filter(([key]) => !descriptionKeys.includes(key));
  if (fields.length === 0) return undefined;
  return html`<dl>
    ${fields.slice(0, most.fields).map(
      ([key, value]) =>
        html`<dt>${labelOf(key)}</dt>
          <dd>${shown(value)}</dd>`,
    )}
  </dl>`;
}

function labelOf(key: string): string {
  const words = cut(key, 100).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: JsonValue): Html | string {
  if (typeof value === 'string' && isWebUrl(value))
    return html`<a href="${value}" rel="nofollow noopener noreferrer">${cut(value)}</a>`;
  if (typeof value !== 'object' || value === null) return textOf(value);
  const texts = Array.isArray(value)
    ? value.map(textOf)
    : Object.entries(value).map(([key, part]) => `${key}: ${textOf(part)}`);
  const rest = texts.length - most.values;
  return html`<ul>
    ${texts.slice(0, most.values).map((text) => html`<li>${cut(text)}</li>`)}
    ${rest > 0 ? html`<li>and ${rest} more</li>` : undefined}
  </ul>`;
}

/** Only these schemes: publishers choose the value, and a script could be another one. */
function isWebUrl(value: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(value) && value.length <= most.characters && URL.canParse(value);
}

function textOf(value: JsonValue): string {
  return cut(typeof value === 'string' ? value : JSON.stringify(value));
}

function cut(text: string, longest: number = most.characters): string {
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;
}

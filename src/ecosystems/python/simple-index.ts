/** The pages of the simple repository API, version 1.1: HTML (PEP 503, 592, 629, 658, 714) and JSON (PEP 691, 700). */
import type { components } from '../../../generated/native/python.ts';
import type { SimpleEntry } from './simple-entry.ts';

type Schemas = components['schemas'];

const META: Schemas['SimpleMeta'] = { 'api-version': '1.1' };

export function projectListJson(names: readonly string[]): Schemas['SimpleProjectList'] {
  return { meta: META, projects: names.map((name) => ({ name })) };
}

export function projectListHtml(names: readonly string[]): Uint8Array {
  return page(
    'Simple index',
    names.map((name) => `<a href="${escaped(encodeURIComponent(name))}/">${escaped(name)}</a>`),
  );
}

/** `entries` are those of the project, in the order of their versions. */
export function projectJson(name: string, entries: readonly SimpleEntry[]): Schemas['SimpleProject'] {
  const versions = [...new Set(entries.map(({ version }) => version))];
  return { meta: META, name, versions, files: entries.map(fileJson) };
}

export function projectHtml(name: string, entries: readonly SimpleEntry[]): Uint8Array {
  return page(`Links for ${name}`, entries.map(fileLink));
}

// PEP 714 lets JSON have the metadata's digests under the older name too, but with that pip before 23.2 fails.
function fileJson(entry: SimpleEntry): Schemas['SimpleFile'] {
  const { filename, sha256, size, requiresPython, metadataSha256 } = entry;
  return {
    filename,
    url: urlOf(entry),
    hashes: { sha256 },
    size,
    ...(requiresPython === undefined ? {} : { 'requires-python': requiresPython }),
    'core-metadata': metadataSha256 === undefined ? false : { sha256: metadataSha256 },
    yanked: false,
  };
}

function fileLink(entry: SimpleEntry): string {
  const { filename, sha256, requiresPython, metadataSha256 } = entry;
  const attributes = {
    href: `${urlOf(entry)}#sha256=${sha256}`,
    'data-requires-python': requiresPython,
    'data-core-metadata': metadataSha256 && `sha256=${metadataSha256}`,
    'data-dist-info-metadata': metadataSha256 && `sha256=${metadataSha256}`,
  };
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escaped(value)}"`,
  );
  return `<a${written.join('')}>${escaped(filename)}</a>`;
}

/** Relative to the page of a project, so that it also holds behind a proxy. */
function urlOf({ sha256, filename }: SimpleEntry): string {
  return `../../files/${sha256}/${encodeURIComponent(filename)}`;
}

function page(title: string, links: readonly string[]): Uint8Array {
  const head = [
    '<meta charset="utf-8">',
    `<meta name="pypi:repository-version" content="${META['api-version']}">`,
    `<title>${escaped(title)}</title>`,
  ];
  const lines = ['<!DOCTYPE html>', '<html>', '<head>', ...head, '</head>', '<body>'];
  return Buffer.from([...lines, ...links.map((link) => `${link}<br>`), '</body>', '</html>', ''].join('\n'));
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The names of documents: `{part}/{file}` of the lists, and `{basearch}/{file}` of their descriptions. */
import type { IndexCompression } from '../../registry/documents.ts';
import { anyPart } from './architectures.ts';
import { lists, type ListName } from './lists.ts';

/** The description of a repository, which names its lists. */
export const DESCRIPTION = 'repomd.xml';

/** The end of the name of its signature. */
export const SIGNATURE = '.asc';

export function listDocument(part: string, list: ListName, compression: IndexCompression): string {
  return `${part}/${listFile(list, compression)}`;
}

/** Returns the end of the name of a list's file. Its name begins with its digest. */
export function listFile(list: ListName, compression: IndexCompression): string {
  return `${list}.xml.${endings[compression]}`;
}

const endings = { gzip: 'gz', zstd: 'zst' } as const satisfies Record<IndexCompression, string>;

export function descriptionDocument(basearch: string): string {
  return `${basearch}/${DESCRIPTION}`;
}

/** Returns the document of a base that has no packages of its own, and is not usual. */
export function inAnyPart(file: string): string {
  return `${anyPart}/${file}`;
}

const fileNames: ReadonlySet<string> = new Set(
  lists.flatMap(({ name }) => [listFile(name, 'gzip'), listFile(name, 'zstd')]),
);

/** Returns the part of a document; '' for the descriptions, which belong to the overview; undefined for other names. */
export function partOfDocument(name: string): string | undefined {
  const slash = name.indexOf('/');
  const file = name.slice(slash + 1);
  if (slash < 1) return undefined;
  if (file === DESCRIPTION || file === DESCRIPTION + SIGNATURE) return '';
  return fileNames.has(file) ? name.slice(0, slash) : undefined;
}

/** Returns the digest in the URL of a list, and the end of its document's name; undefined for other files. */
export function listOfUrl(file: string): { readonly sha256: string; readonly ending: string } | undefined {
  const [, sha256 = '', list = ''] = /^([0-9a-f]{64})-(.+)$/.exec(file) ?? [];
  return fileNames.has(list) ? { sha256, ending: `/${list}` } : undefined;
}

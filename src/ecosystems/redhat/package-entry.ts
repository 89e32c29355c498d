/** A package's entry: its elements of the three lists, and its file name, in one text. */
import { xmlAttribute } from '../../formats/xml-text.ts';
import type { ListedEntry } from '../../registry/documents.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { filelistsXml } from './filelists-xml.ts';
import { canonicalFileName } from './identity.ts';
import type { ListedPackage } from './listed-package.ts';
import type { ListName } from './lists.ts';
import { otherXml } from './other-xml.ts';
import { primaryXml } from './primary-xml.ts';

/** XML cannot contain it, so no element has it. */
const SEPARATOR = '\x1e';

/** In bytes. */
const LONGEST = 24 * 1024 * 1024;

/** Throws `UnacceptableFile` if the entry would be too long. */
export function packageEntry(pkg: ListedPackage): string {
  const pieces = [canonicalFileName(pkg.identity), ...primaryXml(pkg), filelistsXml(pkg), otherXml(pkg)];
  const text = pieces.join(SEPARATOR);
  const size = Buffer.byteLength(text);
  if (size <= LONGEST) return text;
  throw new UnacceptableFile(
    `The package needs ${size} bytes in the lists for dnf and zypper; the maximum is ${LONGEST}. Shorten its texts or split it.`,
  );
}

/** Returns the URL of a package by its file name. */
type UrlOf = (file: string) => string;

/** Returns the elements of entries in a list. */
export function elementsOf(list: ListName, entries: readonly ListedEntry[], urlOf: UrlOf): string {
  return entries.map((entry) => (entry.standing === 'offered' ? elementOf(list, entry, urlOf) : '')).join('');
}

/** Returns about how many characters the element of an entry has in a list. */
export function lengthOfElement(list: ListName, entry: ListedEntry): number {
  return elementOf(list, entry, (file) => file).length;
}

function elementOf(list: ListName, { text, publishedAt }: ListedEntry, urlOf: UrlOf): string {
  const [file = '', beforeTime = '', beforeUrl = '', rest = '', filelists = '', other = ''] = text.split(SEPARATOR);
  if (list === 'filelists') return filelists;
  if (list === 'other') return other;
  const time = Math.floor(publishedAt.getTime() / 1000);
  return `${beforeTime}${time}${beforeUrl}${xmlAttribute(urlOf(file))}${rest}`;
}

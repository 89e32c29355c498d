/** `repomd.xml`: the description of a repository, with the digests of its lists. */
import type { IndexCompression } from '../../registry/documents.ts';
import { listFile } from './document-names.ts';
import type { ListName } from './lists.ts';
import { listUrl } from './urls.ts';

/** A written list. */
export interface DescribedList {
  readonly name: ListName;
  readonly compression: IndexCompression;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** The digest and the size of the uncompressed text. */
  readonly openSha256: string;
  readonly openSize: number;
}

/** The line of a part for the overview. */
export interface DescribedPart {
  /** When the lists changed, in seconds since 1970. */
  readonly changedAt: number;
  readonly lists: readonly DescribedList[];
}

const METADATA = 'http://linux.duke.edu/metadata';

export function repomdText({ changedAt, lists }: DescribedPart): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<repomd xmlns="${METADATA}/repo" xmlns:rpm="${METADATA}/rpm">`,
    `  <revision>${changedAt}</revision>`,
    ...lists.flatMap((list) => dataLines(list, changedAt)),
    '</repomd>',
    '',
  ].join('\n');
}

function dataLines(
  { name, compression, sha256, size, openSha256, openSize }: DescribedList,
  changedAt: number,
): readonly string[] {
  return [
    `  <data type="${name}">`,
    `    <checksum type="sha256">${sha256}</checksum>`,
    `    <open-checksum type="sha256">${openSha256}</open-checksum>`,
    `    <location href="${listUrl(`${sha256}-${listFile(name, compression)}`)}"/>`,
    `    <timestamp>${changedAt}</timestamp>`,
    `    <size>${size}</size>`,
    `    <open-size>${openSize}</open-size>`,
    '  </data>',
  ];
}

/** The three lists of packages: their documents, and the elements around the packages. */
import type { Frame } from '../../registry/documents.ts';

export interface List {
  readonly name: ListName;
  readonly frame: Frame;
}

export type ListName = 'primary' | 'filelists' | 'other';

const METADATA = 'http://linux.duke.edu/metadata';

/** In the order of `repomd.xml`. */
export const lists: readonly List[] = [
  list('primary', 'metadata', `xmlns="${METADATA}/common" xmlns:rpm="${METADATA}/rpm"`),
  list('filelists', 'filelists', `xmlns="${METADATA}/filelists"`),
  list('other', 'otherdata', `xmlns="${METADATA}/other"`),
];

function list(name: ListName, root: string, namespaces: string): List {
  return {
    name,
    frame: {
      head: ({ offered }) => `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespaces} packages="${offered}">\n`,
      tail: () => `</${root}>\n`,
    },
  };
}

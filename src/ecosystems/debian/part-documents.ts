/** The documents of the parts of the index: each part is a document, plain and compressed. */
import type { IndexPart } from './index-parts.ts';
import { isBinaryArchitecture } from './package-name.ts';
import { contentsPath, indexPath, installerIndexPath } from './urls.ts';

/** Their names, which are their URLs, relative to `Release`. */
export interface PartDocuments {
  readonly plain: string;
  readonly gzip: string;
}

export function documentsOfPart({ list, kind, architecture }: IndexPart): PartDocuments {
  if (list === 'contents') {
    const file = `Contents-${kind === 'udeb' ? 'udeb-' : ''}${architecture}`;
    return { plain: contentsPath(file), gzip: contentsPath(`${file}.gz`) };
  }
  const path = kind === 'udeb' ? installerIndexPath : indexPath;
  const directory = `binary-${architecture}`;
  return { plain: path(directory, 'Packages'), gzip: path(directory, 'Packages.gz') };
}

const lists = ['packages', 'contents'] as const;
const kinds = ['deb', 'udeb'] as const;

/** The names of all documents, as the text before an architecture and after it. */
const names = lists.flatMap((list) =>
  kinds.flatMap((kind) => {
    const { plain, gzip } = documentsOfPart({ list, kind, architecture: '*' });
    return [plain, gzip].map((name) => {
      const [before = '', after = ''] = name.split('*');
      return { list, kind, before, after };
    });
  }),
);

/** Returns the part of a document; undefined if no part has a document of this name. No architecture begins with `udeb-`. */
export function partOfDocument(document: string): IndexPart | undefined {
  for (const { list, kind, before, after } of names) {
    if (!document.startsWith(before) || !document.endsWith(after)) continue;
    const architecture = document.slice(before.length, document.length - after.length);
    if (isBinaryArchitecture(architecture)) return { list, kind, architecture };
  }
  return undefined;
}

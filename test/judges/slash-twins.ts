/**
 * URLs that differ only in their last slash are one URL for `redocly drift`. Descriptions and records of the two are
 * separated here, so that each is checked with its own description.
 */
import type { OpenApiDocument } from '../../src/contract/description.ts';
import type { HarEntry } from './har.ts';

export interface Traffic {
  readonly documents: readonly OpenApiDocument[];
  readonly entries: readonly HarEntry[];
}

export function splitTwins({ documents, entries }: Traffic): { readonly twins: Traffic; readonly others: Traffic } {
  const twins = documents.flatMap(({ paths }) => Object.keys(paths).filter((path) => `${path}/` in paths));
  const urls = twins.map((path) => new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`));
  const isTwin = ({ request }: HarEntry): boolean => urls.some((url) => url.test(new URL(request.url).pathname));
  const documentsOf = (wanted: (path: string) => boolean): OpenApiDocument[] =>
    documents
      .map((document) => {
        const kept = Object.entries(document.paths).filter(([path]) => wanted(path));
        return { ...document, paths: Object.fromEntries(kept) };
      })
      .filter(({ paths }) => Object.keys(paths).length > 0);
  return {
    twins: { documents: documentsOf((path) => twins.includes(path)), entries: entries.filter(isTwin) },
    others: {
      documents: documentsOf((path) => !twins.includes(path)),
      entries: entries.filter((entry) => !isTwin(entry)),
    },
  };
}

/**
 * URLs that are one for `redocly drift`: those that differ only in their last slash, and those that have another operation
 * for browsers. Descriptions and records of the two are separated here, so that each is checked with its own description.
 */
import type { OpenApiDocument } from '../../src/contract/description.ts';
import { prefersHtml } from '../../src/contract/prefers-html.ts';
import type { HarEntry } from './har.ts';

export interface Traffic {
  readonly documents: readonly OpenApiDocument[];
  readonly entries: readonly HarEntry[];
}

export function splitTwins({ documents, entries }: Traffic): { readonly twins: Traffic; readonly others: Traffic } {
  const slashTwins = documents.flatMap((document) =>
    Object.keys(document.paths).filter((path) => hasTwin(document, path)),
  );
  const forBrowsers = documents.flatMap((document) =>
    Object.keys(document.paths).filter((path) => isForBrowsers(document, path)),
  );
  const [slashUrls, browserUrls] = [slashTwins, forBrowsers].map(urlsOf);
  const isTwin = ({ request: { url, headers } }: HarEntry): boolean => {
    const { pathname } = new URL(url);
    const { value } = headers.find(({ name }) => name.toLowerCase() === 'accept') ?? {};
    return slashUrls?.test(pathname) === true || (browserUrls?.test(pathname) === true && prefersHtml(value));
  };
  const documentsOf = (areTwins: boolean): OpenApiDocument[] =>
    documents
      .map((document) => {
        const kept = Object.entries(document.paths).filter(
          ([path]) => (hasTwin(document, path) || isForBrowsers(document, path)) === areTwins,
        );
        return { ...document, paths: Object.fromEntries(kept) };
      })
      .filter(({ paths }) => Object.keys(paths).length > 0);
  return {
    twins: { documents: documentsOf(true), entries: entries.filter(isTwin) },
    others: { documents: documentsOf(false), entries: entries.filter((entry) => !isTwin(entry)) },
  };
}

function hasTwin({ paths }: OpenApiDocument, path: string): boolean {
  return `${path}/` in paths;
}

function isForBrowsers({ paths }: OpenApiDocument, path: string): boolean {
  return Object.values(paths[path] ?? {}).some((operation) => Object(operation)['x-for-browsers'] === true);
}

function urlsOf(paths: readonly string[]): RegExp {
  return new RegExp(`^(?:${paths.map((path) => path.replaceAll(/\{[^}]+\}/g, '[^/]+')).join('|')})$`);
}

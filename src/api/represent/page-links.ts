/** The links of a page of packages, in the body and in the `Link` header (RFC 8288). */
import type { components } from '../../../generated/api.ts';
import { usualPageSize } from '../../model/limits.ts';
import type { Page } from '../../storage/catalog.ts';

type PageLinks = components['schemas']['PageLinks'];

/** `at` returns the URL of the page at a cursor, or of the first page without one. */
export function pageLinks(
  page: Page,
  self: string,
  at: (cursor: { after?: string; before?: string }) => string,
): PageLinks {
  const newest = page.items.at(0);
  const oldest = page.items.at(-1);
  return {
    self,
    ...(page.hasNewer && { first: at({}) }),
    ...(page.hasNewer && newest && { prev: at({ before: newest.id }) }),
    ...(page.hasOlder && oldest && { next: at({ after: oldest.id }) }),
  };
}

export function linkHeader(links: PageLinks): string {
  return Object.entries(links)
    .map(([relation, url]) => `<${url}>; rel="${relation}"`)
    .join(', ');
}

/** Returns the page size for a link; undefined if it is the contract's default. */
export function unlessUsual(limit: number): string | undefined {
  return limit === usualPageSize ? undefined : String(limit);
}

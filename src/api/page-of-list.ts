/** Lists that are returned as a whole unless the request has `page` or `per_page`, like those of Buildkite's API. */
import { usualPageSize } from '../model/limits.ts';
import { linkHeader } from './represent/page-links.ts';

interface PageQuery {
  readonly page?: number | undefined;
  readonly per_page?: number | undefined;
}

export interface ListPage<Result> {
  readonly body: Result[];
  readonly headers: { readonly Link: string };
}

/**
 * Returns the whole list if the query has neither `page` nor `per_page`, else one page of it. `urlOf` returns the URL
 * of a page, for the `Link` header (RFC 8288).
 */
export async function pageOfList<Item, Result>(
  items: AsyncIterable<Item>,
  query: PageQuery,
  represent: (item: Item) => Result,
  urlOf: (query: { readonly page?: string; readonly per_page?: string }) => string,
): Promise<ListPage<Result>> {
  const isWhole = query.page === undefined && query.per_page === undefined;
  const { page = 1, per_page: size = isWhole ? Infinity : usualPageSize } = query;
  const first = isWhole ? 0 : (page - 1) * size;
  const body: Result[] = [];
  let index = 0;
  let hasNext = false;
  for await (const item of items) {
    hasNext = index === first + size;
    if (hasNext) break;
    if (index >= first) body.push(represent(item));
    index += 1;
  }
  const at = (number: number): string => urlOf({ page: String(number), per_page: String(size) });
  const links = {
    self: isWhole ? urlOf({}) : at(page),
    ...(page > 1 && { first: at(1), prev: at(page - 1) }),
    ...(hasNext && { next: at(page + 1) }),
  };
  return { body, headers: { Link: linkHeader(links) } };
}

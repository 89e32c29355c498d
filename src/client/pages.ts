/** Iterates over the pages of lists. */
import type { operations, paths } from '../../generated/api.ts';
import type { OperationFacts } from '../../generated/operations.ts';
import type { Answer, DataOf } from './answer.ts';
import type { Connection } from './connection.ts';
import { unwrap } from './errors.ts';
import type { Init, OperationAt, PathsWith } from './methods.ts';
import type { CallOptions } from './options.ts';

interface Page {
  readonly links: { readonly next?: string };
}

type PageAt<Path extends keyof paths> = DataOf<Extract<Answer<OperationAt<Path, 'GET'>>, { readonly status: 200 }>>;

/** The paths whose response links to the next page. */
export type PagedPath = {
  [Path in PathsWith<'GET'>]: PageAt<Path> extends Page ? Path : never;
}[PathsWith<'GET'>];

/** Yields the data of each page, in order. Throws a `LarderError` if a request fails. */
export type Pages = <Path extends PagedPath>(
  path: Path,
  init: Init<OperationAt<Path, 'GET'>>,
) => AsyncIterable<PageAt<Path>>;

interface PagedInit extends CallOptions {
  readonly params: { readonly query?: object };
}

/** Uses only the query of the link, because the server's public URL may differ from the client's base URL. */
export async function* pages(connection: Connection, operation: OperationFacts, init: PagedInit): AsyncGenerator<Page> {
  let query: object | undefined = init.params.query;
  do {
    const answer = await connection(operation, { ...init, params: { ...init.params, query } });
    // All paths of `PagedPath` have this response.
    const page = unwrap(answer as Answer<operations['listPackages']>);
    yield page;
    const { next } = page.links;
    query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
  } while (query);
}

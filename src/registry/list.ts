/** Lists a registry's packages, page by page. */
import type { Page, PageQuery } from '../storage/catalog.ts';
import type { Registry } from '../model/records.ts';
import { Failure } from '../model/failure.ts';
import type { Larder } from './larder.ts';

/** The parameters of a page of packages. */
export interface ListQuery extends Omit<PageQuery, 'nameKey' | 'skip'> {
  readonly name?: string | undefined;
  /** Counted from 1. */
  readonly page?: number | undefined;
}

/** A cursor is the id of a package. It stays valid after the package is deleted, because the list is ordered by id. */
const cursorForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws `unusable-cursor`. */
export async function listPackages(
  { catalog, ecosystems }: Larder,
  registry: Registry,
  { name, after, before, page = 1, limit }: ListQuery,
): Promise<Page> {
  if (after !== undefined && before !== undefined) {
    throw new Failure('unusable-cursor', 'Send either "after" or "before".');
  }
  const cursor = after ?? before;
  if (cursor !== undefined && page > 1) {
    throw new Failure('unusable-cursor', 'Send "page" without "after" and "before".');
  }
  if (cursor !== undefined && !cursorForm.test(cursor)) {
    const detail = `The cursor "${cursor}" is not part of this list. Start again at the first page.`;
    throw new Failure('unusable-cursor', detail);
  }
  const nameKey = name === undefined ? undefined : ecosystems[registry.ecosystem].names.nameKey(name);
  // UUIDs are case-insensitive (RFC 9562, section 4); stored ids are in lower case.
  const at = { after: after?.toLowerCase(), before: before?.toLowerCase() };
  return catalog.packages.page(registry.id, { ...at, skip: (page - 1) * limit, limit, nameKey });
}

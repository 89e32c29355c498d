/** Walking through a registry's packages, page by page. */
import type { Page, PageQuery } from '../storage/catalog.ts';
import type { Registry } from '../storage/records.ts';
import { RegistryError } from './errors.ts';
import { nameKeyOf } from './identity.ts';
import type { Larder } from './larder.ts';

/** A page of packages, by the name that they must have, if any. */
export interface ListQuery extends Omit<PageQuery, 'nameKey'> {
  readonly name?: string | undefined;
}

/** Throws `unusable-cursor`. A cursor is the id of a package that is, or once was, in this registry. */
export async function listPackages(
  { catalog, ecosystems }: Larder,
  registry: Registry,
  { name, ...query }: ListQuery,
): Promise<Page> {
  const { after, before } = query;
  if (after !== undefined && before !== undefined) {
    throw new RegistryError('unusable-cursor', 'Send "after" or "before", not both.');
  }
  const cursor = after ?? before;
  if (cursor !== undefined && !(await catalog.packages.isCursor(registry.id, cursor))) {
    const detail = `The cursor "${cursor}" belongs to no page of this list. Start again at the first page.`;
    throw new RegistryError('unusable-cursor', detail);
  }
  const nameKey = name === undefined ? undefined : nameKeyOf(ecosystems[registry.ecosystem], name);
  return catalog.packages.page(registry.id, { ...query, nameKey });
}

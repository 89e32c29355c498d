/** Walking through a registry's packages, page by page. */
import type { Page, PageQuery, Registry } from '../storage/catalog.ts';
import { RegistryError } from './errors.ts';
import type { Larder } from './larder.ts';

/** Throws `unusable-cursor`. A cursor is the id of a package that is, or once was, in this registry. */
export async function listPackages({ catalog }: Larder, registry: Registry, query: PageQuery): Promise<Page> {
  const { after, before } = query;
  if (after !== undefined && before !== undefined) {
    throw new RegistryError('unusable-cursor', 'Send "after" or "before", not both.');
  }
  const cursor = after ?? before;
  if (cursor !== undefined && !(await catalog.packages.isCursor(registry.id, cursor))) {
    const detail = `The cursor "${cursor}" belongs to no page of this list. Start again at the first page.`;
    throw new RegistryError('unusable-cursor', detail);
  }
  return catalog.packages.page(registry.id, query);
}

import { listPackages as list } from '../registry/list.ts';
import { asPackageListItem } from './represent/package.ts';
import { linkHeader, pageLinks, unlessUsual } from './represent/page-links.ts';
import type { Operation } from '../serving/env.ts';

export const listPackages: Operation<'listPackages'> = async ({ found, query }, { larder, urls }) => {
  const { name, after, before, page: number, per_page: limit } = query;
  const page = await list(larder, found.registry, { name, after, before, page: number, limit });
  const path = { organization: found.organization.slug, registry: found.registry.slug };
  const at = (cursor: { after?: string | undefined; before?: string | undefined; page?: string }): string =>
    urls.of('listPackages', path, { name, ...cursor, per_page: unlessUsual(limit) });
  const links = pageLinks(page, at(number === 1 ? { after, before } : { page: String(number) }), at);
  return {
    status: 200,
    headers: { Link: linkHeader(links) },
    body: { items: page.items.map((pkg) => asPackageListItem(found, pkg, urls)), links },
  };
};

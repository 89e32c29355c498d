import { listPackages as list } from '../registry/list.ts';
import { asPackageListItem } from './represent/package.ts';
import { linkHeader, pageLinks, unlessUsual } from './represent/page-links.ts';
import type { Operation } from './surroundings.ts';

export const listPackages: Operation<'listPackages'> = async ({ found, query }, { larder, urls }) => {
  const { name, after, before, per_page: limit } = query;
  const page = await list(larder, found.registry, { name, after, before, limit });
  const path = { organization: found.organization.slug, registry: found.registry.slug };
  const at = (cursor: { after?: string | undefined; before?: string | undefined }): string =>
    urls.of('listPackages', path, { name, ...cursor, per_page: unlessUsual(limit) });
  const links = pageLinks(page, at({ after, before }), at);
  return {
    status: 200,
    headers: { Link: linkHeader(links) },
    body: { items: page.items.map((pkg) => asPackageListItem(found, pkg, urls)), links },
  };
};

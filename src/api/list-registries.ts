import { pageOfList } from './page-of-list.ts';
import { asRegistry } from './represent/registry.ts';
import type { Operation } from '../serving/env.ts';

export const listRegistries: Operation<'listRegistries'> = async ({ found, query }, { larder, urls }) => {
  const { organization } = found;
  const registries = larder.catalog.registries.list(organization.id);
  const page = await pageOfList(
    registries,
    query,
    (one) => asRegistry(organization, one, urls),
    (at) => urls.of('listRegistries', { organization: organization.slug }, at),
  );
  return { status: 200, ...page };
};

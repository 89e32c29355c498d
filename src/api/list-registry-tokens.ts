import { pageOfList } from './page-of-list.ts';
import { asRegistryToken } from './represent/token.ts';
import type { Operation } from '../serving/env.ts';

export const listRegistryTokens: Operation<'listRegistryTokens'> = async ({ found, query }, { larder, urls }) => {
  const path = { organization: found.organization.slug, registry: found.registry.slug };
  const page = await pageOfList(
    larder.catalog.tokens.listOfRegistry(found.registry.id),
    query,
    (token) => asRegistryToken(found, token, urls),
    (at) => urls.of('listRegistryTokens', path, at),
  );
  return { status: 200, ...page };
};

/** Operations of the tag Registry tokens. */
import { tokenOf } from '../registry/callers.ts';
import {
  createRegistryToken as create,
  deleteRegistryToken as remove,
  describeRegistryToken,
} from '../registry/tokens.ts';
import { unkept } from '../serving/caching.ts';
import type { ApiOperations, Operation } from '../serving/env.ts';
import { missing } from '../serving/resolvers.ts';
import { pageOfList } from './page-of-list.ts';
import { asRegistryToken } from './represent/token.ts';

const listRegistryTokens: Operation<'listRegistryTokens'> = async ({ found, query }, { larder, urls }) => {
  const path = { organization: found.organization.slug, registry: found.registry.slug };
  const page = await pageOfList(
    larder.catalog.tokens.listOfRegistry(found.registry.id),
    query,
    (token) => asRegistryToken(found, token, urls),
    (at) => urls.of('listRegistryTokens', path, at),
  );
  return { status: 200, ...page };
};

const createRegistryToken: Operation<'createRegistryToken'> = async (
  { found, requireCaller: caller, body },
  { larder, urls },
) => {
  const { token, secret } = await create(larder, tokenOf(caller()), found.registry, body.description);
  return { status: 200, headers: unkept, body: { ...asRegistryToken(found, token, urls), token: secret } };
};

const getRegistryToken: Operation<'getRegistryToken'> = ({ found }, { urls }) => ({
  status: 200,
  body: asRegistryToken(found, found.registry_token, urls),
});

const updateRegistryToken: Operation<'updateRegistryToken'> = async ({ found, body }, { larder, urls }) => {
  const { description = found.registry_token.description } = body;
  await describeRegistryToken(larder, found.registry_token, description);
  return { status: 200, body: asRegistryToken(found, { ...found.registry_token, description }, urls) };
};

const deleteRegistryToken: Operation<'deleteRegistryToken'> = async ({ found }, { larder }) => {
  const { id, description } = found.registry_token;
  if (!(await remove(larder, found.registry_token))) throw missing('registry token', id);
  return { status: 200, body: { id, message: `Deleted the registry token "${description}".` } };
};

export const registryTokens = {
  listRegistryTokens,
  createRegistryToken,
  getRegistryToken,
  updateRegistryToken,
  deleteRegistryToken,
} satisfies Partial<ApiOperations>;

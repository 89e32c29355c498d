import { missing } from '../serving/resolvers.ts';
import type { Operation } from '../serving/env.ts';

export const deleteRegistryToken: Operation<'deleteRegistryToken'> = async ({ found }, { larder }) => {
  const { id, description } = found.registry_token;
  if (!(await larder.catalog.tokens.delete(found.organization.id, id))) throw missing('registry token', id);
  return { status: 200, body: { id, message: `Deleted the registry token "${description}".` } };
};

import { tokenOf } from '../registry/callers.ts';
import { deleteAccessToken as remove } from '../registry/tokens.ts';
import { missing } from '../serving/resolvers.ts';
import type { Operation } from '../serving/env.ts';

export const deleteAccessToken: Operation<'deleteAccessToken'> = async ({ found, caller }, { larder }) => {
  const { id, description } = found.access_token;
  if (!(await remove(larder, tokenOf(caller()), found.access_token))) throw missing('access token', id);
  return { status: 200, body: { id, message: `Deleted the access token "${description}".` } };
};

import { tokenOf } from '../registry/callers.ts';
import { deleteAccessToken } from '../registry/tokens.ts';
import type { Operation } from '../serving/env.ts';

/** Two concurrent revocations both find the token gone, which is what they asked for. */
export const revokeAccessToken: Operation<'revokeAccessToken'> = async ({ caller }, { larder }) => {
  await deleteAccessToken(larder, tokenOf(caller()), tokenOf(caller()));
  return { status: 204 };
};

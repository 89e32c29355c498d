import { tokenOf } from '../registry/callers.ts';
import { createRegistryToken as create } from '../registry/tokens.ts';
import { asRegistryToken } from './represent/token.ts';
import type { Operation } from '../serving/env.ts';
import { unkept } from '../serving/caching.ts';

export const createRegistryToken: Operation<'createRegistryToken'> = async (
  { found, caller, body },
  { larder, urls },
) => {
  const { token, secret } = await create(larder, tokenOf(caller()), found.registry, body.description);
  return { status: 200, headers: unkept, body: { ...asRegistryToken(found, token, urls), token: secret } };
};

import { tokenOf } from '../registry/callers.ts';
import { createAccessToken as create } from '../registry/tokens.ts';
import { asAccessToken } from './represent/token.ts';
import type { Operation } from '../serving/env.ts';
import { unkept } from '../serving/caching.ts';

export const createAccessToken: Operation<'createAccessToken'> = async ({ caller, body }, { larder, urls }) => {
  const { description, scopes, expires_at: expiry } = body;
  const expiresAt = expiry === undefined || expiry === null ? null : new Date(expiry);
  const { token, secret } = await create(larder, tokenOf(caller()), { description, scopes, expiresAt });
  return { status: 200, headers: unkept, body: { ...asAccessToken(token, urls), token: secret } };
};

import { mapAll } from './map-all.ts';
import { asAccessToken } from './represent/token.ts';
import type { Operation } from './surroundings.ts';

export const listAccessTokens: Operation<'listAccessTokens'> = async ({ caller }, { larder }) => {
  const tokens = larder.catalog.tokens.listAccess(caller().organization.id);
  return { status: 200, body: await mapAll(tokens, asAccessToken) };
};

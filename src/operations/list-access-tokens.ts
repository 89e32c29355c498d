import { asAccessToken } from './represent/token.ts';
import type { Operation } from './surroundings.ts';

export const listAccessTokens: Operation<'listAccessTokens'> = async ({ caller }, { larder }) => {
  const tokens = await larder.catalog.tokens.listAccess(caller().organization.id);
  return { status: 200, body: tokens.map(asAccessToken) };
};

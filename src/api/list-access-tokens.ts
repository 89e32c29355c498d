import { pageOfList } from './page-of-list.ts';
import { asAccessToken } from './represent/token.ts';
import type { Operation } from '../serving/env.ts';

export const listAccessTokens: Operation<'listAccessTokens'> = async ({ caller, query }, { larder, urls }) => {
  const tokens = larder.catalog.tokens.listAccess(caller().organization.id);
  const page = await pageOfList(
    tokens,
    query,
    (token) => asAccessToken(token, urls),
    (at) => urls.of('listAccessTokens', {}, at),
  );
  return { status: 200, ...page };
};

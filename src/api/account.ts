/** Operations of the tag Account: the caller, its tokens and its organization. */
import { tokenOf } from '../registry/callers.ts';
import { createAccessToken as create, deleteAccessToken as remove } from '../registry/tokens.ts';
import { unkept } from '../serving/caching.ts';
import type { ApiOperations, Operation } from '../serving/env.ts';
import { missing } from '../serving/resolvers.ts';
import { pageOfList } from './page-of-list.ts';
import { asOrganization } from './represent/organization.ts';
import { asAccessToken } from './represent/token.ts';
import { asUser } from './represent/user.ts';

const getAccessToken: Operation<'getAccessToken'> = ({ requireCaller: caller }, { urls }) => ({
  status: 200,
  body: asAccessToken(tokenOf(caller()), urls),
});

/** Two concurrent revocations both succeed, because the token no longer exists. */
const revokeAccessToken: Operation<'revokeAccessToken'> = async ({ requireCaller: caller }, { larder }) => {
  await remove(larder, tokenOf(caller()));
  return { status: 204 };
};

const listAccessTokens: Operation<'listAccessTokens'> = async ({ requireCaller: caller, query }, { larder, urls }) => {
  const tokens = larder.catalog.tokens.listAccess(caller().organization.id);
  const page = await pageOfList(
    tokens,
    query,
    (token) => asAccessToken(token, urls),
    (at) => urls.of('listAccessTokens', {}, at),
  );
  return { status: 200, ...page };
};

const createAccessToken: Operation<'createAccessToken'> = async (
  { requireCaller: caller, body, requireScope },
  { larder, urls },
) => {
  const { description, scopes, expires_at: expiry } = body;
  requireScope(...scopes);
  const expiresAt = expiry === undefined || expiry === null ? null : new Date(expiry);
  const { token, secret } = await create(larder, tokenOf(caller()), { description, scopes, expiresAt });
  return { status: 200, headers: unkept, body: { ...asAccessToken(token, urls), token: secret } };
};

const deleteAccessToken: Operation<'deleteAccessToken'> = async ({ found, requireScope }, { larder }) => {
  const { id, description, scopes } = found.access_token;
  requireScope(...scopes);
  if (!(await remove(larder, found.access_token))) throw missing('access token', id);
  return { status: 200, body: { id, message: `Deleted the access token "${description}".` } };
};

const getUser: Operation<'getUser'> = ({ requireCaller: caller }) => ({
  status: 200,
  body: asUser(tokenOf(caller()).user),
});

/** A token belongs to one organization, so all pages after the first are empty. */
const listOrganizations: Operation<'listOrganizations'> = ({ requireCaller: caller, query }, { urls }) => ({
  status: 200,
  body: query.page === 1 ? [asOrganization(caller().organization, urls)] : [],
});

const getOrganization: Operation<'getOrganization'> = ({ found }, { urls }) => ({
  status: 200,
  body: asOrganization(found.organization, urls),
});

const none = { limit: 0, current: 0, reset: 0, reset_at: null, enforced: false } as const;

/** Requests are not limited yet. Clients read the limits to know how long to wait. */
const getRateLimit: Operation<'getRateLimit'> = () => ({
  status: 200,
  body: { scopes: { rest: none, graphql: none } },
});

export const account = {
  getAccessToken,
  revokeAccessToken,
  listAccessTokens,
  createAccessToken,
  deleteAccessToken,
  getUser,
  listOrganizations,
  getOrganization,
  getRateLimit,
} satisfies Partial<ApiOperations>;

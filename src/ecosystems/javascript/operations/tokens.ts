/** The operations of `npm token` and `npm logout`. */
import { Failure } from '../../../model/failure.ts';
import type { Token } from '../../../model/records.ts';
import { tokenOf } from '../../../registry/callers.ts';
import { deleteAccessToken, digestOf } from '../../../registry/tokens.ts';
import { missing } from '../../../serving/resolvers.ts';
import type { NpmOperations } from './npm-operations.ts';

export const tokens: Pick<NpmOperations, 'listTokens' | 'deleteToken' | 'deleteSession'> = {
  listTokens: async ({ requireCaller }, { larder }) => {
    const objects: ReturnType<typeof asNpmToken>[] = [];
    for await (const token of larder.catalog.tokens.listAccess(requireCaller().organization.id))
      objects.push(asNpmToken(token));
    return { status: 200, body: { objects, urls: {} } };
  },
  deleteToken: async ({ found: { access_token: token }, requireScope }, { larder }) => {
    requireScope(...token.scopes);
    if (!(await deleteAccessToken(larder, token))) throw missing('access token', token.id);
    return { status: 200, body: { ok: true } };
  },
  deleteSession: async ({ path: { secret }, requireCaller }, { larder }) => {
    const token = tokenOf(requireCaller());
    if (token.digest !== digestOf(secret))
      throw new Failure('not-found', 'The URL does not have the token in use. Run "npm logout" with that token.');
    await deleteAccessToken(larder, token);
    return { status: 200, body: { ok: true } };
  },
};

function asNpmToken({ id, description, scopes, createdAt, lastUsedAt }: Token) {
  return {
    key: id,
    // Only the hash of a secret is stored.
    token: 'larder_',
    name: description,
    cidr_whitelist: null,
    readonly: !scopes.includes('write_packages'),
    created: createdAt.toISOString(),
    updated: (lastUsedAt ?? createdAt).toISOString(),
  };
}

/** Issues tokens for a short time (distribution, "Token Authentication" and "OAuth2 Token Authentication"). */
import { Failure } from '../../../model/failure.ts';
import type { Caller } from '../../../registry/callers.ts';
import { findRefreshed, issueGrant, issueRefresh } from '../../../registry/grants.ts';
import type { Larder } from '../../../registry/larder.ts';
import type { Oidc } from '../../../registry/oidc/oidc.ts';
import { isSignedToken } from '../../../registry/oidc/verify-token.ts';
import { findToken } from '../../../registry/tokens.ts';
import { unkept } from '../../../serving/caching.ts';
import type { OciOperations } from '../operation.ts';
import { grantsFor } from '../scopes.ts';

export const tokens: Pick<OciOperations, 'getToken' | 'createToken'> = {
  getToken: async ({ query: { scope, offline_token: offline }, requireCaller }, { larder }) => {
    const caller = callerOf(requireCaller);
    return await tokenReply(larder, caller, { scopes: scope ?? [], isOffline: offline === 'true' });
  },

  createToken: async ({ body }, { larder, oidc }) => {
    const { grant_type: kind, scope = '', access_type: access, password = '', refresh_token: refresh = '' } = body;
    const caller =
      kind === 'password' ? await findByPassword(larder, oidc, password) : await findRefreshed(larder, refresh);
    if (caller === undefined)
      throw new Failure(
        'unauthenticated',
        'The credentials in the form are missing, unknown or expired. Log in again.',
      );
    return await tokenReply(larder, caller, { scopes: [scope], isOffline: access === 'offline' });
  },
};

/** Throws `unauthenticated` with the reason for an OIDC token that is rejected. */
async function findByPassword(larder: Larder, oidc: Oidc, password: string): Promise<Caller | undefined> {
  const token = await findToken(larder, password);
  return token ?? (isSignedToken(password) ? await oidc.authenticate(password, {}) : undefined);
}

/** Anonymous callers get tokens, too. */
function callerOf(requireCaller: () => Caller): Caller | undefined {
  try {
    return requireCaller();
  } catch (error) {
    if (error instanceof Failure && error.code === 'unauthenticated') return undefined;
    throw error;
  }
}

async function tokenReply(
  larder: Larder,
  caller: Caller | undefined,
  { scopes, isOffline }: { readonly scopes: readonly string[]; readonly isOffline: boolean },
) {
  const { secret, issuedAt, lifetime } = await issueGrant(larder, caller, await grantsFor(larder, caller, scopes));
  const refresh = isOffline && caller !== undefined ? await issueRefresh(larder, caller) : undefined;
  return {
    status: 200,
    headers: unkept,
    body: {
      token: secret,
      access_token: secret,
      expires_in: lifetime,
      issued_at: issuedAt.toISOString(),
      ...(refresh !== undefined && { refresh_token: refresh }),
    },
  } as const;
}

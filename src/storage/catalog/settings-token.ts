/** The one token of an organization that the server's settings name. */
import type { EndedToken, TokenTaken, Tokens } from '../tokens.ts';
import type { NewToken, Scope } from '../../model/records.ts';
import { toTokenRow } from './token-rows.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';

export async function putFromSettings(
  write: Database,
  token: NewToken,
): Promise<Awaited<ReturnType<Tokens['putFromSettings']>>> {
  return await transact(write, async (trx, undo) => {
    await lockOrganization(trx, token);
    const row = toTokenRow(token, 1);
    const existing = await trx
      .selectFrom('tokens')
      .where('digest', '=', token.digest)
      .select(['id', 'description', 'scopes', 'expires_at', 'registry_id', 'organization_id'])
      .select('from_settings')
      .executeTakeFirst();
    const because = existing && differenceBetween(existing, token);
    if (because !== undefined) {
      const { id, description } = existing ?? token;
      return undo({ outcome: 'taken', id, description, because });
    }
    const ended = await endOthers(trx, token, existing?.id);
    if (existing === undefined) {
      await trx.insertInto('tokens').values(row).execute();
    } else {
      // One with a parent would end with it.
      const { id: _id, created_at: _createdAt, ...renewed } = row;
      await trx.updateTable('tokens').set(renewed).where('id', '=', existing.id).execute();
    }
    return { outcome: 'put', ended };
  });
}

export async function endFromSettings(
  write: Database,
  first: NewToken,
): Promise<Awaited<ReturnType<Tokens['endFromSettings']>>> {
  return await transact(write, async (trx) => {
    await lockOrganization(trx, first);
    const ended = await endOthers(trx, first);
    const needed = ended.length === 0 ? [] : first.scopes;
    if (await hasAccessToken(trx, first, needed)) return { inserted: false, ended };
    await trx.insertInto('tokens').values(toTokenRow(first, 0)).execute();
    return { inserted: true, ended };
  });
}

/** Servers that start concurrently come here one after the other. */
async function lockOrganization(trx: Database, { organizationId }: NewToken): Promise<void> {
  const lock = trx.updateTable('organizations').set((set) => ({ name: set.ref('name') }));
  await lock.where('id', '=', organizationId).execute();
}

interface ExistingToken {
  readonly scopes: string;
  readonly expires_at: string | null;
  readonly registry_id: string | null;
  readonly organization_id: string;
  readonly from_settings: number;
}

/** Returns why a token with the digest of the settings' token is not that token; undefined if it is, or can become it. */
function differenceBetween(existing: ExistingToken, token: NewToken): TokenTaken['because'] | undefined {
  if (existing.organization_id !== token.organizationId) return 'organization';
  // From an earlier start, or from a server that has started just before. A new version may have more scopes.
  if (existing.from_settings === 1) return undefined;
  if (existing.registry_id !== null) return 'registry';
  if (existing.expires_at !== null) return 'expiry';
  // Written by `toTokenRow`, which takes nothing but scopes.
  const scopes = JSON.parse(existing.scopes) as Scope[];
  return token.scopes.every((scope) => scopes.includes(scope)) ? undefined : 'scopes';
}

/** Ends the tokens of the settings, but for one with the id `but`. */
async function endOthers(trx: Database, { organizationId }: NewToken, but = ''): Promise<EndedToken[]> {
  const ended = await trx
    .selectFrom('tokens')
    .where('organization_id', '=', organizationId)
    .where('from_settings', '=', 1)
    .where('id', '<>', but)
    .select(['id', 'description'])
    .execute();
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) {
    await trx.updateTable('tokens').set({ parent_id: null }).where('parent_id', 'in', ids).execute();
    await trx.deleteFrom('tokens').where('id', 'in', ids).execute();
  }
  return ended;
}

/** Returns whether there is an access token: any if no scopes are needed, else one that has them and never expires. */
async function hasAccessToken(trx: Database, { organizationId }: NewToken, needed: readonly Scope[]): Promise<boolean> {
  let query = trx.selectFrom('tokens').where('organization_id', '=', organizationId).where('registry_id', 'is', null);
  if (needed.length > 0) query = query.where('expires_at', 'is', null);
  // As JSON has them. In a pattern, `_` is any character; no scope differs from another one in that alone.
  for (const scope of needed) query = query.where('scopes', 'like', `%${JSON.stringify(scope)}%`);
  return (await query.select('id').limit(1).executeTakeFirst()) !== undefined;
}

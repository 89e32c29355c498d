/** The token of an organization that the server's settings specify. */
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
      // A token with a parent would be deleted with it.
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

/** Locks the organization, so that servers that start concurrently do this one after the other. */
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

/** Returns why an existing token with this digest cannot be the settings' token; undefined if it can. */
function differenceBetween(existing: ExistingToken, token: NewToken): TokenTaken['because'] | undefined {
  if (existing.organization_id !== token.organizationId) return 'organization';
  // It is from an earlier start, or from a server that has just started. A new version may have more scopes.
  if (existing.from_settings === 1) return undefined;
  if (existing.registry_id !== null) return 'registry';
  if (existing.expires_at !== null) return 'expiry';
  // `toTokenRow` writes only scopes.
  const scopes = JSON.parse(existing.scopes) as Scope[];
  return token.scopes.every((scope) => scopes.includes(scope)) ? undefined : 'scopes';
}

/** Deletes the tokens of the settings, except for the one with the id `but`. */
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

/**
 * Returns whether there is an access token that has these scopes and never expires, or any token if no scopes are
 * given.
 */
async function hasAccessToken(trx: Database, { organizationId }: NewToken, needed: readonly Scope[]): Promise<boolean> {
  let query = trx.selectFrom('tokens').where('organization_id', '=', organizationId).where('registry_id', 'is', null);
  if (needed.length > 0) query = query.where('expires_at', 'is', null);
  // In JSON form. In a pattern, `_` matches any character, but no two scopes differ only in that.
  for (const scope of needed) query = query.where('scopes', 'like', `%${JSON.stringify(scope)}%`);
  return (await query.select('id').limit(1).executeTakeFirst()) !== undefined;
}

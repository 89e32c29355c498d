import type { NewToken, Scope, Token, Tokens } from '../catalog.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** API access tokens. */
export function createTokens({ read, write }: Connections): Tokens {
  return {
    findByDigest: (digest) => findByDigest(read, digest),

    async anyFor(organizationId) {
      const query = read.selectFrom('tokens').where('organization_id', '=', organizationId).select('id').limit(1);
      return (await query.executeTakeFirst()) !== undefined;
    },

    async insert(token) {
      await transact(write, async (trx) => {
        await trx.insertInto('tokens').values(toRow(token, 0)).execute();
      });
    },

    putFromSettings: (token) => putFromSettings(write, token),
  };
}

async function putFromSettings(write: Database, token: NewToken): Promise<void> {
  await transact(write, async (trx) => {
    await trx
      .deleteFrom('tokens')
      .where(({ and, eb, or }) =>
        or([
          and([eb('from_settings', '=', 1), eb('digest', '<>', token.digest)]),
          and([eb('from_settings', '=', 0), eb('digest', '=', token.digest)]),
          // A token that speaks for another organization is another token.
          and([eb('organization_id', '<>', token.organizationId), eb('digest', '=', token.digest)]),
        ]),
      )
      .execute();
    // What is left with this digest is this token, from an earlier start or a server that starts at the same time.
    const { id: _id, created_at: _createdAt, ...renewed } = toRow(token, 1);
    await trx
      .insertInto('tokens')
      .values(toRow(token, 1))
      .onConflict((conflict) => conflict.column('digest').doUpdateSet(renewed))
      .execute();
  });
}

async function findByDigest(db: Database, digest: string): Promise<Token | undefined> {
  const row = await db
    .selectFrom('tokens')
    .innerJoin('organizations', 'organizations.id', 'tokens.organization_id')
    .innerJoin('users', 'users.id', 'tokens.user_id')
    .where('tokens.digest', '=', digest)
    .select(['tokens.id', 'digest', 'description', 'scopes', 'tokens.created_at', 'expires_at'])
    .select(['organization_id', 'slug', 'organizations.name', 'organizations.created_at as organization_created_at'])
    .select(['user_id', 'users.name as user_name', 'email', 'users.created_at as user_created_at'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { organization_created_at: organizationCreatedAt, user_created_at: userCreatedAt } = row;
  return {
    id: row.id,
    digest: row.digest,
    description: row.description,
    // Written by `toRow`, which takes nothing but scopes.
    scopes: JSON.parse(row.scopes) as Scope[],
    createdAt: new Date(row.created_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    organization: {
      id: row.organization_id,
      slug: row.slug,
      name: row.name,
      createdAt: new Date(organizationCreatedAt),
    },
    user: { id: row.user_id, name: row.user_name, email: row.email, createdAt: new Date(userCreatedAt) },
  };
}

function toRow(token: NewToken, fromSettings: 0 | 1) {
  return {
    id: token.id,
    digest: token.digest,
    description: token.description,
    scopes: JSON.stringify(token.scopes),
    created_at: token.createdAt.toISOString(),
    expires_at: token.expiresAt?.toISOString() ?? null,
    organization_id: token.organizationId,
    user_id: token.userId,
    from_settings: fromSettings,
  };
}

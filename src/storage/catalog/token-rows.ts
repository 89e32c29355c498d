import type { NewToken, Scope, Token } from '../../model/records.ts';
import type { Database } from './transaction.ts';

/** Selects tokens, each with its organization and user, except for those of deleted registries. */
export function selectTokens(db: Database) {
  return db
    .selectFrom('tokens')
    .innerJoin('organizations', 'organizations.id', 'tokens.organization_id')
    .innerJoin('users', 'users.id', 'tokens.user_id')
    .select(['tokens.id', 'digest', 'description', 'scopes', 'tokens.created_at', 'expires_at', 'last_used_at'])
    .select(['organization_id', 'slug', 'organizations.name', 'organizations.created_at as organization_created_at'])
    .select(['user_id', 'users.name as user_name', 'email', 'users.created_at as user_created_at'])
    .select(['tokens.registry_id', 'from_settings'])
    .where(({ eb, exists, or, selectFrom }) =>
      or([
        eb('tokens.registry_id', 'is', null),
        exists(
          selectFrom('registries')
            .select('registries.id')
            .whereRef('registries.id', '=', 'tokens.registry_id')
            .where('deleted_at', 'is', null),
        ),
      ]),
    );
}

type TokenRow = Awaited<ReturnType<ReturnType<typeof selectTokens>['execute']>>[number];

/** Converts a row to a token. */
export function toToken(row: TokenRow): Token {
  const { organization_created_at: organizationCreatedAt, user_created_at: userCreatedAt } = row;
  return {
    id: row.id,
    digest: row.digest,
    description: row.description,
    // `toTokenRow` writes only scopes.
    scopes: JSON.parse(row.scopes) as Scope[],
    createdAt: new Date(row.created_at),
    expiresAt: toDate(row.expires_at),
    lastUsedAt: toDate(row.last_used_at),
    organization: {
      id: row.organization_id,
      slug: row.slug,
      name: row.name,
      createdAt: new Date(organizationCreatedAt),
    },
    user: { id: row.user_id, name: row.user_name, email: row.email, createdAt: new Date(userCreatedAt) },
    registryId: row.registry_id,
    fromSettings: row.from_settings === 1,
  };
}

/** Converts a new token, which was not used yet, to a row. */
export function toTokenRow(token: NewToken, fromSettings: 0 | 1) {
  return {
    id: token.id,
    digest: token.digest,
    description: token.description,
    scopes: JSON.stringify(token.scopes),
    created_at: token.createdAt.toISOString(),
    expires_at: token.expiresAt?.toISOString() ?? null,
    organization_id: token.organizationId,
    user_id: token.userId,
    registry_id: token.registryId,
    parent_id: token.parentId,
    from_settings: fromSettings,
  };
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

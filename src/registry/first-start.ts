/** Ensures that a server has an organization, its owner, and a token. */
import { v7 as uuid } from 'uuid';
import type { Catalog, OwnedOrganization } from '../storage/catalog.ts';
import type { EndedToken, TokenTaken } from '../storage/tokens.ts';
import type { NewToken, Organization, Token, User } from '../model/records.ts';
import type { Larder } from './larder.ts';
import { scopes } from '../model/limits.ts';
import { digestOf, newSecret } from './tokens.ts';
import { writable } from './writable.ts';

export interface FirstStart {
  readonly organization: Organization;
  /** The secret of a token that was just created; undefined if a token existed or the operator has set one. */
  readonly newSecret: string | undefined;
  /** Tokens of earlier settings that were just deleted. */
  readonly endedTokens: readonly EndedToken[];
  /** Tokens of first starts that still work although the operator has set another one. */
  readonly firstTokens: readonly Token[];
}

/** The operator's secret belongs to an existing token that cannot become the operator's token. */
export class SecretTaken extends Error {
  override readonly name = 'SecretTaken';
}

export interface WantedStart {
  /** The slug of the organization. */
  readonly organization: string | undefined;
  /** The secret of the operator's own token. */
  readonly secret: string | undefined;
}

const setByOperator = 'Set by the operator';
const madeAtFirstStart = 'Made at the first start';

/**
 * Idempotent, so it runs at every start. Uses the specified organization, else the oldest one, and creates one if there
 * is none. With a secret, its token gets all scopes, and the token of the previous secret is deleted. Without a secret,
 * the token of the previous secret is deleted, and a new token is created if no other one has all scopes. Throws
 * `SecretTaken`.
 */
export async function prepareOrganization(
  { [writable]: catalog }: Pick<Larder, typeof writable>,
  { organization, secret }: WantedStart,
): Promise<FirstStart> {
  const { tokens } = catalog;
  const owned = await findOrMake(catalog, organization ?? 'my-org');
  const { id } = owned.organization;
  if (secret !== undefined) {
    const put = await tokens.putFromSettings(newToken(owned, secret, setByOperator));
    if (put.outcome === 'taken') throw new SecretTaken(explained(put));
    const firstTokens = await tokens.findDescribed(id, madeAtFirstStart);
    return { organization: owned.organization, newSecret: undefined, endedTokens: put.ended, firstTokens };
  }
  const made = newSecret();
  const { inserted, ended } = await tokens.endFromSettings(newToken(owned, made, madeAtFirstStart));
  const shown = inserted ? made : undefined;
  return { organization: owned.organization, newSecret: shown, endedTokens: ended, firstTokens: [] };
}

async function findOrMake({ organizations, secret }: Catalog, slug: string): Promise<OwnedOrganization> {
  if (await organizations.find(slug)) return await organizations.ensure(...newOrganization(slug));
  const oldest = await organizations.oldest();
  if (oldest) return oldest;
  // Several servers may start on an empty database, each with another slug. They agree on the first one.
  const agreed = await secret('organization', slug);
  return await organizations.ensure(...newOrganization(agreed));
}

function explained({ id, description, because }: TokenTaken): string {
  const differences: Readonly<Record<TokenTaken['because'], string>> = {
    organization: 'belongs to another organization',
    registry: 'can only read one registry',
    expiry: 'expires',
    scopes: 'has fewer scopes',
  };
  const token = `the access token ${JSON.stringify(description)} (id ${id})`;
  return `LARDER_ADMIN_TOKEN is the secret of ${token}, which ${differences[because]}. Set another secret.`;
}

function newOrganization(slug: string): [Organization, User] {
  const createdAt = new Date();
  const email = `owner@${slug.replaceAll('_', '-')}.invalid`;
  return [
    { id: uuid(), slug, name: slug, createdAt },
    { id: uuid(), name: `Owner of ${slug}`, email, createdAt },
  ];
}

function newToken({ organization, owner }: OwnedOrganization, secret: string, description: string): NewToken {
  return {
    id: uuid(),
    digest: digestOf(secret),
    description,
    scopes,
    createdAt: new Date(),
    expiresAt: null,
    registryId: null,
    parentId: null,
    organizationId: organization.id,
    userId: owner.id,
  };
}

/** Makes sure that a server has an organization, its owner, and a token to begin with. */
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
  /** A secret that was made just now and is nowhere else; undefined if there was a token, or the operator has set one. */
  readonly newSecret: string | undefined;
  /** Tokens of earlier settings, which have ended just now. */
  readonly endedTokens: readonly EndedToken[];
  /** Tokens of first starts that still work although the operator has set one. */
  readonly firstTokens: readonly Token[];
}

/** The secret that the operator has set is that of a token which cannot become the operator's. */
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
 * May run at every start. Uses the organization that is wanted, else the oldest one, and makes one if there is none. With a
 * secret, this one works from now on, with all scopes, and the one before ends. Without it, the one before ends, and an
 * organization that nobody could administer any more gets a token. Throws `SecretTaken`.
 */
export async function prepareOrganization(
  { [writable]: catalog }: Pick<Larder, typeof writable>,
  { organization, secret }: WantedStart,
): Promise<FirstStart> {
  const { tokens, organizations } = catalog;
  const owned = await findOrMake(organizations, organization ?? 'my-org');
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

async function findOrMake(organizations: Catalog['organizations'], slug: string): Promise<OwnedOrganization> {
  const isThere = (await organizations.find(slug)) !== undefined;
  const oldest = isThere ? undefined : await organizations.oldest();
  return oldest ?? (await organizations.ensure(...newOrganization(slug)));
}

function explained({ id, description, because }: TokenTaken): string {
  const differences: Readonly<Record<TokenTaken['because'], string>> = {
    organization: 'belongs to another organization',
    registry: 'reads one registry only',
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

/** Sees to it that a server has an organization, its owner, and a token to begin with. */
import { v7 as uuid } from 'uuid';
import type { Organization, User } from '../storage/records.ts';
import type { Larder } from './larder.ts';
import { scopes } from './limits.ts';
import { digestOf, newSecret } from './tokens.ts';

export interface FirstStart {
  readonly organization: Organization;
  /** A secret that was made just now and is nowhere else; undefined when there was a token, or the operator set one. */
  readonly newSecret: string | undefined;
}

/**
 * May run at every start. `secret` is the operator's own token: exactly this one of theirs works from now on, with all
 * scopes. Without it, an organization that has no token yet gets one.
 */
export async function prepareOrganization(
  larder: Larder,
  slug: string,
  secret: string | undefined,
): Promise<FirstStart> {
  const { organization, owner } = await larder.catalog.organizations.ensure(...newOrganization(slug));
  if (secret !== undefined) {
    await larder.catalog.tokens.putFromSettings(newToken(organization, owner, secret, 'Set by the operator'));
    return { organization, newSecret: undefined };
  }
  if (await larder.catalog.tokens.anyFor(organization.id)) return { organization, newSecret: undefined };
  const made = newSecret();
  await larder.catalog.tokens.insert(newToken(organization, owner, made, 'Made at the first start'));
  return { organization, newSecret: made };
}

function newOrganization(slug: string): [Organization, User] {
  const createdAt = new Date();
  const email = `owner@${slug.replaceAll('_', '-')}.invalid`;
  return [
    { id: uuid(), slug, name: slug, createdAt },
    { id: uuid(), name: `Owner of ${slug}`, email, createdAt },
  ];
}

function newToken(
  organization: Organization,
  owner: User,
  secret: string,
  description: string,
): Parameters<Larder['catalog']['tokens']['insert']>[0] {
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

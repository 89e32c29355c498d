/** Tokens: secrets that are shown once and kept only as a digest. */
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { NewToken, Registry, Scope, Token } from '../storage/records.ts';
import { RegistryError } from './errors.ts';
import type { Larder } from './larder.ts';

/** A token that was just made, with the secret that nobody can be told again. */
export interface MadeToken {
  readonly token: Token;
  readonly secret: string;
}

/** A new secret: 256 random bits behind a prefix that lets scanners for leaked secrets know it. */
export function newSecret(kind: 'larder' | 'larder_registry' = 'larder'): string {
  return `${kind}_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret. It is random, or the operator's own long one, so a fast digest does. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Returns the token with this secret; undefined if there is none, or it has expired. */
export async function findToken({ catalog }: Pick<Larder, 'catalog'>, secret: string): Promise<Token | undefined> {
  const token = await catalog.tokens.findByDigest(digestOf(secret));
  return token?.expiresAt && token.expiresAt <= new Date() ? undefined : token;
}

/** What an access token is to be. */
export interface AccessTokenSettings {
  readonly description: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

/**
 * Makes an access token for the same organization and user. Throws `missing-scope` when it would have a scope that the
 * caller's own lacks, `unusable-expiry` when it would never work.
 */
export async function createAccessToken(
  larder: Larder,
  caller: Token,
  settings: AccessTokenSettings,
): Promise<MadeToken> {
  const lacking = settings.scopes.filter((scope) => !caller.scopes.includes(scope));
  if (lacking.length > 0) {
    const detail = `Your access token doesn't have the ${lacking.join(' and ')} scope, so it cannot grant it.`;
    throw new RegistryError('missing-scope', detail);
  }
  // RFC 3339, section 5.7, has leap seconds, and some offsets, that a Date has not: such a one compares as nothing.
  if (settings.expiresAt && !(settings.expiresAt > new Date())) {
    throw new RegistryError('unusable-expiry', 'expires_at is in the past, or a leap second; choose a time to come.');
  }
  return make(larder, caller, newSecret(), { ...settings, registryId: null });
}

/** Makes a token that reads one registry. */
export async function createRegistryToken(
  larder: Larder,
  caller: Token,
  registry: Registry,
  description: string,
): Promise<MadeToken> {
  const settings = { description, scopes: ['read_packages'], expiresAt: null, registryId: registry.id } as const;
  return make(larder, caller, newSecret('larder_registry'), settings);
}

async function make(
  { catalog }: Larder,
  { organization, user }: Token,
  secret: string,
  settings: AccessTokenSettings & Pick<Token, 'registryId'>,
): Promise<MadeToken> {
  const made = { ...settings, id: uuid(), digest: digestOf(secret), createdAt: new Date() };
  const record: NewToken = { ...made, organizationId: organization.id, userId: user.id };
  await catalog.tokens.insert(record);
  return { secret, token: { ...made, lastUsedAt: null, organization, user } };
}

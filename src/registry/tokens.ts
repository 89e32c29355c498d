/** Tokens: secrets that are shown once and stored only as hashes. */
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { NewToken, Registry, Scope, Token } from '../model/records.ts';
import { Failure } from '../model/failure.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** A new token with its secret, which cannot be shown again. */
export interface MadeToken {
  readonly token: Token;
  readonly secret: string;
}

/** Returns a new secret: a prefix for scanners that find leaked secrets, and 256 random bits. */
export function newSecret(kind: 'larder' | 'larder_registry' = 'larder'): string {
  return `${kind}_${randomBytes(32).toString('base64url')}`;
}

/** Returns the hash of a secret. Secrets are random, or long ones of the operator, so a fast hash is enough. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Returns the token with this secret; undefined if it does not exist or has expired. */
export async function findToken({ catalog }: Pick<Larder, 'catalog'>, secret: string): Promise<Token | undefined> {
  const token = await catalog.tokens.findByDigest(digestOf(secret));
  return token?.expiresAt && token.expiresAt <= new Date() ? undefined : token;
}

/** The settings of a new access token. */
export interface AccessTokenSettings {
  readonly description: string;
  readonly scopes: readonly Scope[];
  /** Null for the expiry of the caller's token. */
  readonly expiresAt: Date | null;
}

/**
 * Makes an access token for the same organization and user, which ends with the caller's own. The caller has all of its
 * scopes. Throws `unusable-expiry` if it would never work, or longer than the caller's own.
 */
export async function createAccessToken(
  larder: Larder,
  caller: Token,
  { expiresAt, ...settings }: AccessTokenSettings,
): Promise<MadeToken> {
  if (expiresAt) checkExpiry(expiresAt, caller);
  const whole = { ...settings, expiresAt: expiresAt ?? caller.expiresAt, registryId: null };
  return make(larder, caller, newSecret(), whole);
}

function checkExpiry(expiresAt: Date, caller: Token): void {
  // A Date cannot represent the leap seconds and some offsets of RFC 3339, section 5.7; comparisons with it are false.
  if (!(expiresAt > new Date()))
    throw new Failure('unusable-expiry', 'expires_at is in the past or a leap second. Choose a time in the future.');
  if (caller.expiresAt && expiresAt > caller.expiresAt) {
    const latest = caller.expiresAt.toISOString();
    const detail = `expires_at is later than ${latest}, when your access token expires. Choose an earlier time.`;
    throw new Failure('unusable-expiry', detail);
  }
}

/** Creates a token that can read one registry, and that ends with the caller's token. */
export async function createRegistryToken(
  larder: Larder,
  caller: Token,
  registry: Registry,
  description: string,
): Promise<MadeToken> {
  const { expiresAt } = caller;
  const settings = { description, scopes: ['read_packages'], expiresAt, registryId: registry.id } as const;
  return make(larder, caller, newSecret('larder_registry'), settings);
}

/**
 * Deletes an access token and the tokens that it created. Throws `token-in-settings`. Returns false if it no longer exists.
 */
export async function deleteAccessToken(
  larder: Larder,
  { id, description, fromSettings, organization }: Token,
): Promise<boolean> {
  if (fromSettings) {
    const detail = `The access token "${description}" comes from the settings of the server. Change or unset LARDER_ADMIN_TOKEN there.`;
    throw new Failure('token-in-settings', detail);
  }
  return larder[writable].tokens.delete(organization.id, id);
}

async function make(
  larder: Larder,
  { id: callerId, organization, user, fromSettings }: Token,
  secret: string,
  settings: AccessTokenSettings & Pick<Token, 'registryId'>,
): Promise<MadeToken> {
  const made = { ...settings, id: uuid(), digest: digestOf(secret), createdAt: new Date() };
  // If the operator sets another secret, the tokens that the previous one created keep working.
  const parentId = fromSettings ? null : callerId;
  const record: NewToken = { ...made, parentId, organizationId: organization.id, userId: user.id };
  if (!(await larder[writable].tokens.insert(record)))
    throw new Failure('missing-scope', 'Your access token was deleted, so it cannot make another one.');
  return { secret, token: { ...made, lastUsedAt: null, fromSettings: false, organization, user } };
}

/** Deletes a registry token. Returns false if it no longer exists. */
export function deleteRegistryToken(larder: Larder, { organization, id }: Token): Promise<boolean> {
  return larder[writable].tokens.delete(organization.id, id);
}

/** Changes the description of a registry token. */
export function describeRegistryToken(larder: Larder, { id }: Token, description: string): Promise<void> {
  return larder[writable].tokens.describe(id, description);
}

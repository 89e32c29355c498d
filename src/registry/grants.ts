/**
 * Grants: signed tokens for a short time, which never allow more than the token that they were made from, and end with it.
 * They name that token by its id, so that a leaked grant reveals nothing about its secret.
 */
import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Organization, Publisher, Scope, Token } from '../model/records.ts';
import type { Caller, Grant, GrantedCaller } from './callers.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** In seconds: the lifetime of a grant for requests, and the maximum of one that requests others. */
export const grantLifetime = 300;
const refreshLifetime = 30 * 24 * 60 * 60;

const prefix = 'larder_grant_';

/** The maker of a grant. */
type Maker =
  | { readonly kind: 'token'; readonly id: string; readonly organization: string; readonly registry: string | null }
  | {
      readonly kind: 'oidc';
      readonly organization: string;
      readonly registry: string;
      readonly scopes: readonly Scope[];
      readonly issuer: string;
      readonly subject: string;
    }
  | { readonly kind: 'anonymous' };

interface Claims {
  /** `refresh`: only requests other grants. */
  readonly use: 'access' | 'refresh';
  readonly maker: Maker;
  readonly grants: readonly Grant[];
}

export interface IssuedGrant {
  readonly secret: string;
  readonly issuedAt: Date;
  /** In seconds. */
  readonly lifetime: number;
}

/** Issues a grant. The caller has all of its scopes; undefined for an anonymous caller. */
export async function issueGrant(
  larder: Larder,
  caller: Caller | undefined,
  grants: readonly Grant[],
): Promise<IssuedGrant> {
  return await issue(larder, { use: 'access', maker: makerOf(caller), grants }, lifetimeFor(caller));
}

/** A grant ends with the OIDC token that it was made from. Other tokens are looked up for each request. */
function lifetimeFor(caller: Caller | undefined): number {
  if (caller === undefined || !('issuer' in caller)) return grantLifetime;
  const left = Math.floor((caller.expiresAt.getTime() - Date.now()) / 1000);
  return Math.max(1, Math.min(grantLifetime, left));
}

/** Issues a token that requests grants like the caller's token; undefined if an OIDC token or a grant cannot. */
export async function issueRefresh(larder: Larder, caller: Caller): Promise<string | undefined> {
  const maker = makerOf(caller);
  if (maker.kind !== 'token') return undefined;
  const { secret } = await issue(larder, { use: 'refresh', maker, grants: [] }, refreshLifetime);
  return secret;
}

export function isGrant(secret: string): boolean {
  return secret.startsWith(prefix);
}

/**
 * Returns the holder of a grant, with the scopes for the project of the URL; undefined if it has expired, or if its maker
 * no longer exists.
 */
export async function findGranted(
  larder: Larder,
  secret: string,
  { organization, registry, name }: Readonly<Record<string, string>>,
): Promise<GrantedCaller | undefined> {
  const claims = await verify(larder, secret);
  if (claims?.use !== 'access') return undefined;
  const maker = await findMaker(larder, claims.maker);
  if (maker === undefined) return undefined;
  const project = organization === undefined ? everyProject : `${organization}/${registry}/${name}`;
  const granted = claims.grants.filter((grant) => grant.project === project).flatMap(({ scopes }) => scopes);
  const scopes = [...new Set(granted)].filter((scope) => maker.scopes.includes(scope));
  return { ...maker, scopes, grants: claims.grants };
}

/** The project of a grant for the list of all projects. */
export const everyProject = '*';

/** Returns the token that a refresh token was made from; undefined if either has ended. */
export async function findRefreshed(larder: Larder, secret: string): Promise<Token | undefined> {
  const claims = await verify(larder, secret);
  if (claims?.use !== 'refresh' || claims.maker.kind !== 'token') return undefined;
  return await findToken(larder, claims.maker);
}

function makerOf(caller: Caller | undefined): Maker {
  if (caller === undefined || 'grants' in caller) return { kind: 'anonymous' };
  const { organization, scopes } = caller;
  if ('issuer' in caller) {
    const { registryId: registry, issuer, subject } = caller;
    return { kind: 'oidc', organization: organization.slug, registry, scopes, issuer, subject };
  }
  return { kind: 'token', id: caller.id, organization: organization.id, registry: caller.registryId };
}

type FoundMaker = Omit<GrantedCaller, 'grants'>;

async function findMaker(larder: Larder, maker: Maker): Promise<FoundMaker | undefined> {
  if (maker.kind === 'anonymous') return anonymous;
  if (maker.kind === 'token') {
    const token = await findToken(larder, maker);
    return token && fromToken(token);
  }
  const organization = await larder.catalog.organizations.find(maker.organization);
  if (organization === undefined) return undefined;
  const { registry: registryId, scopes, issuer, subject } = maker;
  const by: Publisher = { id: null, description: subject, issuer };
  return { id: `${issuer} ${subject}`, scopes, by, organization, registryId };
}

function fromToken({ id, scopes, description, organization, registryId }: Token): FoundMaker {
  return { id, scopes, by: { id, description, issuer: null }, organization, registryId };
}

const nobody: Organization = { id: '', slug: '', name: '', createdAt: new Date(0) };

const anonymous: FoundMaker = {
  id: 'anonymous',
  scopes: ['read_packages'],
  by: null,
  organization: nobody,
  registryId: '',
};

async function findToken(
  { catalog: { tokens } }: Larder,
  { id, organization, registry }: Extract<Maker, { readonly kind: 'token' }>,
): Promise<Token | undefined> {
  const token = await (registry === null ? tokens.findAccess(organization, id) : tokens.findOfRegistry(registry, id));
  return token?.expiresAt && token.expiresAt <= new Date() ? undefined : token;
}

async function issue(larder: Larder, claims: Claims, lifetime: number): Promise<IssuedGrant> {
  const issuedAt = new Date();
  const seconds = Math.floor(issuedAt.getTime() / 1000);
  const jwt = new SignJWT({ larder: claims }).setProtectedHeader({ alg: algorithm });
  const signed = await jwt
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + lifetime)
    .sign((await signingOf(larder)).key);
  return { secret: prefix + signed, issuedAt, lifetime };
}

const algorithm = 'HS256';

interface VerifiedClaims {
  readonly claims: Claims;
  /** In seconds since 1970. */
  readonly expiresAt: number;
}

interface Signing {
  /** One per database, so that all of its servers accept each other's grants. */
  readonly key: Uint8Array;
  /** By their text, because clients send one grant with many requests. */
  readonly verified: LRUCache<string, VerifiedClaims>;
}

async function verify(larder: Larder, secret: string): Promise<Claims | undefined> {
  if (!isGrant(secret) || secret.length > longest) return undefined;
  const { key, verified } = await signingOf(larder);
  const known = verified.get(secret);
  if (known !== undefined) return known.expiresAt > Date.now() / 1000 ? known.claims : undefined;
  try {
    const { payload } = await jwtVerify(secret.slice(prefix.length), key, { algorithms: [algorithm] });
    // The signature proves that a server of this database wrote it.
    const claims = payload['larder'] as Claims;
    verified.set(secret, { claims, expiresAt: payload.exp ?? 0 });
    return claims;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** In characters. Those of clients have 300 to 1,000. */
const longest = 8192;

const signings = new WeakMap<Larder, Promise<Signing>>();

async function signingOf(larder: Larder): Promise<Signing> {
  const known = signings.get(larder);
  if (known !== undefined) return await known;
  const signing = createSigning(larder);
  signings.set(larder, signing);
  signing.catch(() => signings.delete(larder));
  return await signing;
}

async function createSigning({ [writable]: catalog }: Larder): Promise<Signing> {
  const secret = await catalog.secret('grants', randomBytes(32).toString('base64url'));
  return { key: Buffer.from(secret), verified: new LRUCache({ max: 1000 }) };
}

/** The public keys of issuers, from their discovery documents (OpenID Connect Discovery 1.0, section 4), cached. */
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { fetchJson } from './fetch-json.ts';

/**
 * Returns the keys of an issuer. With `newerThan`, keys that lacked one, fetches them again unless that was just done.
 * Rejects if the issuer cannot be reached or has no valid documents.
 */
export type IssuerKeys = (iss: string, newerThan?: FetchedKeys) => Promise<FetchedKeys>;

export interface FetchedKeys {
  readonly find: JWTVerifyGetKey;
  /** On the clock of `performance.now()`. */
  readonly at: number;
}

/** In milliseconds. */
export interface KeyTimes {
  /** The time limit for both documents of an issuer together. */
  readonly deadline: number;
  /** How long keys are cached. */
  readonly lifetime: number;
  /** The minimum time between two fetches for missing keys. */
  readonly pause: number;
  /** The minimum time between two attempts after a failure. */
  readonly retryAfter: number;
}

export const keyTimes: KeyTimes = { deadline: 4000, lifetime: 600_000, pause: 30_000, retryAfter: 5000 };

interface Known {
  keys: FetchedKeys | undefined;
  failure: { readonly error: unknown; readonly at: number } | undefined;
  /** The running fetch per issuer, which concurrent calls share. */
  pending: Promise<FetchedKeys> | undefined;
}

export function createIssuerKeys(times: KeyTimes = keyTimes): IssuerKeys {
  const issuers = new LRUCache<string, Known>({ max: 1000 });

  return async (iss, newerThan) => {
    const known = issuers.get(iss) ?? { keys: undefined, failure: undefined, pending: undefined };
    issuers.set(iss, known);
    const { keys, failure } = known;
    const now = performance.now();
    if (keys !== undefined) {
      const age = now - keys.at;
      const isWanted = newerThan === keys ? age >= times.pause : age >= times.lifetime;
      const isHopeless = failure !== undefined && now - failure.at < times.pause;
      if (!isWanted || isHopeless) return keys;
      // Cached keys stay in use if the issuer is down.
      return fetchOnce(iss, known).catch(() => keys);
    }
    if (failure !== undefined && now - failure.at < times.retryAfter) throw failure.error;
    return fetchOnce(iss, known);
  };

  function fetchOnce(iss: string, known: Known): Promise<FetchedKeys> {
    known.pending ??= fetchKeys(iss, times.deadline)
      .then(
        (find) => {
          known.keys = { find, at: performance.now() };
          known.failure = undefined;
          return known.keys;
        },
        (error: unknown) => {
          known.failure = { error, at: performance.now() };
          throw error;
        },
      )
      .finally(() => (known.pending = undefined));
    return known.pending;
  }
}

async function fetchKeys(iss: string, deadline: number): Promise<JWTVerifyGetKey> {
  const signal = AbortSignal.timeout(deadline);
  // An issuer URL may end with a slash (section 4.1).
  const discovered = await fetchJson(`${iss.replace(/\/$/, '')}/.well-known/openid-configuration`, signal);
  const { issuer, jwks_uri: location } = Object(discovered) as Readonly<Record<string, unknown>>;
  if (issuer !== iss) throw new Error(`The discovery document of ${iss} belongs to another issuer.`);
  if (typeof location !== 'string' || !isUsable(location, iss))
    throw new Error(`The discovery document of ${iss} has no usable jwks_uri.`);
  // `createLocalJWKSet` checks it and throws if it is not a JWKS.
  return createLocalJWKSet((await fetchJson(location, signal)) as JSONWebKeySet);
}

/** Keys must be fetched as securely as the discovery document. */
function isUsable(location: string, iss: string): boolean {
  if (!URL.canParse(location)) return false;
  const { protocol, hostname } = new URL(location);
  const issuer = new URL(iss);
  return protocol === 'https:' || (issuer.protocol === 'http:' && protocol === 'http:' && hostname === issuer.hostname);
}

/** Verifies an OIDC token: its issuer, audience, times and signature. */
import { compactVerify, decodeJwt, errors, type JWTPayload } from 'jose';
import type { Claims } from './evaluate.ts';
import type { FetchedKeys, IssuerKeys } from './issuer-keys.ts';
import type { AcceptsIssuer } from './issuers.ts';

/** Asymmetric algorithms only: with HMAC, anyone with the public key could sign. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];

/** In seconds: the tolerated difference between clocks. */
const skew = 10;

/**
 * The reasons for a rejection, in the order of the checks: none depends on a policy before the signature is verified.
 */
export type Rejection =
  | 'malformed'
  | 'unknown-issuer'
  | 'other-audience'
  | 'not-yet-valid'
  | 'expired'
  | 'valid-too-long'
  | 'no-matching-statement';

/** Returns the message for a rejection. It reveals nothing about the registry except its URL. */
export function rejectionReason(
  rejection: Rejection,
  { audiences, longestLifetime }: Pick<TokenRules, 'audiences' | 'longestLifetime'>,
): string {
  const reasons: Readonly<Record<Rejection, string>> = {
    malformed: `The OIDC token is malformed, lacks iss, iat or exp, or is longer than ${longestToken} characters.`,
    'unknown-issuer': 'The issuer of the OIDC token is not accepted by this server.',
    'other-audience': `The audience of the OIDC token is not this registry. Request a token for ${audiences[0] ?? ''}.`,
    'not-yet-valid': 'The OIDC token is not valid yet. Compare the clocks of its issuer and of this server.',
    expired: 'The OIDC token has expired. Request another one.',
    'valid-too-long': `The OIDC token is valid for too long. Request one that expires after at most ${longestLifetime} seconds.`,
    'no-matching-statement':
      'No statement of the OIDC policy matches the token, or its signature is invalid. `larder oidc explain` shows why.',
  };
  return reasons[rejection];
}

export interface TokenRules {
  readonly acceptsIssuer: AcceptsIssuer;
  /** The accepted audiences. */
  readonly audiences: readonly string[];
  /** In seconds: the maximum time between `iat` and `exp`. */
  readonly longestLifetime: number;
}

/** Returns whether a secret has the form of a signed token (RFC 7519), which Larder's own secrets do not have. */
export function isSignedToken(secret: string): boolean {
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(secret);
}

/** Returns the claims of a token without verifying it; undefined if it is malformed or longer than 8 KiB. */
export function claimsOf(token: string): (Claims & JWTPayload) | undefined {
  if (token.length > longestToken) return undefined;
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}

/** In characters. The tokens of the three public issuers have 1,000 to 3,000. */
const longestToken = 8192;

/** Returns a rejection that needs neither the signature nor the policy; undefined if there is none. */
export function rejectionOf(claims: JWTPayload, rules: TokenRules, now: Date): Rejection | undefined {
  if (typeof claims.iss !== 'string' || !rules.acceptsIssuer(claims.iss)) return 'unknown-issuer';
  if (!isAudience(claims.aud, rules.audiences)) return 'other-audience';
  return timeRejectionOf(claims, rules, now);
}

/**
 * A recipient could reuse a token for several audiences at the others, so all of its audiences must be this registry.
 */
export function isAudience(aud: unknown, audiences: readonly string[]): boolean {
  const named = Array.isArray(aud) ? aud : [aud];
  return named.length > 0 && named.every((one) => audiences.some((audience) => audience === one));
}

/** Checks `iat`, `nbf` and `exp` (RFC 7519, section 4.1). All but `nbf` are required. */
export function timeRejectionOf(
  { iat, nbf, exp }: JWTPayload,
  { longestLifetime }: Pick<TokenRules, 'longestLifetime'>,
  now: Date,
): Rejection | undefined {
  const seconds = now.getTime() / 1000;
  if (typeof iat !== 'number' || typeof exp !== 'number') return 'malformed';
  if (nbf !== undefined && typeof nbf !== 'number') return 'malformed';
  if (iat > seconds + skew || (nbf ?? 0) > seconds + skew) return 'not-yet-valid';
  if (exp <= seconds) return 'expired';
  return exp - iat > longestLifetime ? 'valid-too-long' : undefined;
}

/** Returns whether the issuer signed the token. Fetches the keys again if the token's key is missing. */
export async function isSignedBy(iss: string, token: string, keysOf: IssuerKeys): Promise<boolean> {
  try {
    const keys = await keysOf(iss);
    if (await verifies(token, keys)) return true;
    const newer = await keysOf(iss, keys);
    return newer !== keys && (await verifies(token, newer));
  } catch {
    // If the issuer cannot be reached, the signature is not verified.
    return false;
  }
}

async function verifies(token: string, { find }: FetchedKeys): Promise<boolean> {
  try {
    await compactVerify(token, find, { algorithms });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/** Explains the checks of an OIDC token other than its claims, for administrators. */
import type { JWTPayload } from 'jose';
import type { Scope } from '../../model/records.ts';
import type { Evaluation } from './evaluate.ts';
import type { IssuerKeys } from './issuer-keys.ts';
import { isAudience, isSignedBy, rejectionReason, timeRejectionOf, type TokenRules } from './verify-token.ts';

export interface Explanation extends Evaluation {
  /** Granted by the matching statement; empty if none matches. */
  readonly scopes: readonly Scope[];
  /** Null if claims were given instead of a token. */
  readonly token: TokenExplanation | null;
}

export interface TokenExplanation {
  readonly accepted: boolean;
  readonly checks: readonly TokenCheck[];
}

export interface TokenCheck {
  readonly check: 'issuer' | 'audience' | 'times' | 'signature';
  readonly holds: boolean;
  readonly detail: string;
}

/** `claims` are the token's; undefined if it is malformed. */
export async function explainToken(
  token: string,
  claims: JWTPayload | undefined,
  rules: TokenRules,
  keysOf: IssuerKeys,
): Promise<TokenExplanation> {
  const { iss, aud } = claims ?? {};
  const isAccepted = typeof iss === 'string' && rules.acceptsIssuer(iss);
  const rejected = timeRejectionOf(claims ?? {}, rules, new Date());
  const isSigned = isAccepted && (await isSignedBy(iss, token, keysOf));
  const right = `it must be ${rules.audiences[0] ?? ''}`;
  const checks: readonly TokenCheck[] = [
    {
      check: 'issuer',
      holds: isAccepted,
      detail: isAccepted
        ? `${iss} is an issuer that this server accepts.`
        : `${shown(iss)} is not an issuer that this server accepts. Add it to LARDER_OIDC_ISSUERS.`,
    },
    {
      check: 'audience',
      holds: isAudience(aud, rules.audiences),
      detail: aud === undefined ? `The token has no audience; ${right}.` : `The audience is ${shown(aud)}; ${right}.`,
    },
    {
      check: 'times',
      holds: rejected === undefined,
      detail: rejected === undefined ? 'The token is valid now.' : rejectionReason(rejected, rules),
    },
    {
      check: 'signature',
      holds: isSigned,
      detail: isSigned
        ? 'A key of the issuer verifies the signature.'
        : isAccepted
          ? 'No key of the issuer verifies the signature, or its keys could not be fetched.'
          : 'The signature was not verified, because this server does not fetch the keys of that issuer.',
    },
  ];
  return { accepted: checks.every(({ holds }) => holds), checks };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'Nothing');
}

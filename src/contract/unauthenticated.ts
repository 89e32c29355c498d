/** The 401 of an operation: the problem with the credentials, the supported ones, and the challenge. */
import type { CredentialScheme } from './credentials.ts';
import { Failure } from '../model/failure.ts';
import type { DescribedAccess } from './described-access.ts';
import { FailureWithHeaders } from './replies/problems.ts';

/**
 * `sent` has the lower-case names of the headers with credentials in the request. `reason` replaces the text if there
 * is a more specific reason.
 */
export function unauthenticated(access: DescribedAccess, sent: readonly string[], reason?: string): FailureWithHeaders {
  return new FailureWithHeaders('unauthenticated', reason ?? `${whatIsWrong(access, sent)} ${whatToSend(access)}`, {
    'WWW-Authenticate': challengeOf(access),
  });
}

/** Adds the challenge to a 401 that the domain throws, without headers. Returns other errors unchanged. */
export function withChallenge(error: unknown, access: DescribedAccess | undefined): unknown {
  const lacksIt = error instanceof Failure && error.code === 'unauthenticated' && !('headers' in error);
  return lacksIt && access !== undefined ? unauthenticated(access, [], error.message) : error;
}

function whatIsWrong({ ways }: DescribedAccess, sent: readonly string[]): string {
  const names = ways.map(({ scheme }) => scheme.header).filter((name) => sent.includes(name.toLowerCase()));
  if (names.length === 0) return 'Authentication required.';
  return `The credentials in ${listOf([...new Set(names)], 'and')} are not valid.`;
}

function whatToSend({ ways }: DescribedAccess): string {
  if (ways.length === 0) return 'Sign in first.';
  const forms = new Set(ways.map(({ scheme }) => formOf(scheme)));
  return `Send a valid access token ${listOf([...forms], 'or')}.`;
}

function formOf({ header, prefix, isPair }: CredentialScheme): string {
  if (isPair) return 'as the password of Basic credentials with any user name';
  return `as "${header}: ${prefix === undefined ? '' : `${prefix} `}{token}"`;
}

function listOf(parts: readonly string[], word: 'and' | 'or'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/**
 * RFC 9110, section 11.6.1. Only one challenge, because not all clients parse a list. Basic has precedence, because
 * several native clients send no credentials before that challenge. A key without a word before it has no standard
 * scheme; it is called `ApiKey` here.
 */
function challengeOf({ ways }: DescribedAccess): string {
  const schemes = ways.map(({ scheme }) => scheme);
  const { prefix = 'ApiKey' } =
    schemes.find(({ isPair }) => isPair) ?? schemes.find((scheme) => scheme.prefix !== undefined) ?? {};
  return `${prefix} realm="Larder"`;
}

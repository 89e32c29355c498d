/** Failures in the format of the distribution specification, with challenges that name the scope to request. */
import type { operations } from '../../../generated/native/oci.ts';
import type { FailureWriter } from '../../contract/failure-writer.ts';
import type { FailureDetails } from '../../contract/replies/problems.ts';
import type { RequestFacts } from '../../contract/replies/service-replies.ts';
import { isGrant } from '../../registry/grants.ts';
import { tokenChallenge } from './token-challenge.ts';

export const ociFailure: FailureWriter<operations> = (failure, request) => ({
  // The type checks the body; each status is checked when the server starts.
  status: statusOf(failure, request) as 400,
  type: 'application/json',
  ...headersOf(failure, request),
  body: { errors: [{ code: codeOf(failure, request), message: messageOf(failure, request), detail: null }] },
});

/** The specification has few statuses; clients read the code. */
function statusOf({ code, status }: FailureDetails, request: RequestFacts): number {
  const { operation } = request;
  if (lacksScope(code, request)) return 401;
  if (code === 'upload-offset' && operation?.replies.has(416)) return 416;
  if (code === 'upload-used' && operation?.replies.has(400)) return 400;
  return status === 422 || (status === 409 && operation?.replies.has(409) === false) ? 400 : status;
}

function headersOf(
  { code, status, members }: FailureDetails,
  request: RequestFacts,
): { readonly headers?: Readonly<Record<string, string>> } {
  if (lacksScope(code, request))
    return { headers: { 'WWW-Authenticate': `${tokenChallenge(request)},error="insufficient_scope"` } };
  if (status === 401) return { headers: { 'WWW-Authenticate': tokenChallenge(request) } };
  if (code !== 'upload-offset') return {};
  const size = Number(members['offset'] ?? 0);
  return { headers: { Location: request.path, Range: `0-${Math.max(0, size - 1)}` } };
}

/** Clients request a token with another scope after a 401 only (RFC 6750, section 3.1, has 403). */
function lacksScope(code: FailureDetails['code'], { headers }: RequestFacts): boolean {
  const [, secret = ''] = /^bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return code === 'missing-scope' && isGrant(secret);
}

/** A client that is not logged in has a token, too, and a token has no scopes for registries that do not exist. */
function messageOf({ code, detail }: FailureDetails, request: RequestFacts): string {
  return lacksScope(code, request)
    ? `${detail} If the registry exists, log in with an access token that has it.`
    : detail;
}

function codeOf({ code, status, members }: FailureDetails, request: RequestFacts): string {
  const known = codes[code];
  if (known !== undefined) return known;
  if (code === 'not-found') return unknownIn(request);
  if (code === 'invalid-request') return invalidIn(members, request);
  return status === 503 ? 'UNAVAILABLE' : 'UNKNOWN';
}

const codes: Readonly<Partial<Record<FailureDetails['code'], string>>> = {
  unauthenticated: 'UNAUTHORIZED',
  'missing-scope': 'DENIED',
  'package-needed': 'DENIED',
  'version-withdrawn': 'DENIED',
  'needs-withdrawn': 'DENIED',
  'unacceptable-file': 'MANIFEST_INVALID',
  'content-missing': 'MANIFEST_BLOB_UNKNOWN',
  'digest-mismatch': 'DIGEST_INVALID',
  'upload-offset': 'BLOB_UPLOAD_INVALID',
  'upload-used': 'BLOB_UPLOAD_INVALID',
  'payload-too-large': 'SIZE_INVALID',
  'range-not-satisfiable': 'RANGE_INVALID',
  'method-not-allowed': 'UNSUPPORTED',
  'unsupported-media-type': 'UNSUPPORTED',
  'expectation-failed': 'UNSUPPORTED',
  'precondition-failed': 'UNSUPPORTED',
};

function unknownIn({ operation, values }: RequestFacts): string {
  if (operation === undefined) return 'NAME_UNKNOWN';
  if ('upload' in values) return 'BLOB_UPLOAD_UNKNOWN';
  if ('reference' in values) return 'MANIFEST_UNKNOWN';
  return 'digest' in values ? 'BLOB_UNKNOWN' : 'NAME_UNKNOWN';
}

function invalidIn(members: FailureDetails['members'], { values }: RequestFacts): string {
  const places = JSON.stringify(members['errors'] ?? []);
  if (/"path":"(?:path|query)\.(?:digest|mount|reference)"/.test(places)) return 'DIGEST_INVALID';
  return 'upload' in values ? 'BLOB_UPLOAD_INVALID' : 'UNSUPPORTED';
}

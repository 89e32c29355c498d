/**
 * Converts failures to `application/problem+json`. One catalogue has the status and the title of each code of the
 * contract, and no other file maps failures to statuses.
 */
import { Failure, type ProblemCode, type ProblemMembers } from '../../model/failure.ts';

const catalogue: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'invalid-request': [400, 'Invalid request'],
  unauthenticated: [401, 'Authentication required'],
  'missing-scope': [403, 'Missing scope'],
  'token-in-settings': [403, 'Token in settings'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'request-timeout': [408, 'Request timeout'],
  'package-exists': [409, 'Package exists'],
  'version-deleted': [409, 'Version deleted'],
  'package-needed': [409, 'Package needed'],
  'needs-withdrawn': [409, 'Needed package withdrawn'],
  'tag-moved': [409, 'Tag moved'],
  'version-withdrawn': [409, 'Version withdrawn'],
  'project-closed': [403, 'Project closed'],
  'too-many-tags': [422, 'Too many tags'],
  'unacceptable-tag': [422, 'Unacceptable tag'],
  'too-many-keys': [422, 'Too many keys'],
  'no-signing-key': [422, 'No signing key'],
  'slug-taken': [409, 'Slug taken'],
  'upload-refused': [403, 'Upload refused'],
  'upload-used': [409, 'Upload used'],
  'upload-offset': [409, 'Upload offset'],
  'unusable-upload': [422, 'Unusable upload'],
  'digest-mismatch': [422, 'Digest mismatch'],
  'unusable-expiry': [422, 'Unusable expiry'],
  'unusable-attestation': [422, 'Unusable attestation'],
  'precondition-failed': [412, 'Precondition failed'],
  'payload-too-large': [413, 'Payload too large'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  'range-not-satisfiable': [416, 'Range not satisfiable'],
  'expectation-failed': [417, 'Expectation failed'],
  'unacceptable-file': [422, 'Unacceptable file'],
  'content-missing': [422, 'Content missing'],
  'unusable-cursor': [422, 'Unusable cursor'],
  'invalid-policy': [422, 'Invalid policy'],
  'ecosystem-fixed': [422, 'Ecosystem fixed'],
  'ecosystem-mismatch': [422, 'Ecosystem mismatch'],
  'headers-too-large': [431, 'Headers too large'],
  internal: [500, 'Internal error'],
  unavailable: [503, 'Unavailable'],
  'insufficient-storage': [507, 'Insufficient storage'],
};

/** A failure for clients, which services write in their own format. */
export interface FailureDetails {
  readonly code: ProblemCode;
  readonly status: number;
  /** The title of the kind of failure. */
  readonly title: string;
  /** The problem with this request and the remedy. It may quote the request. */
  readonly detail: string;
  readonly members: ProblemMembers;
  /** Headers such as the challenge of a 401. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An unexpected error has no details, because its text may contain secrets. It is in the log. */
export function failureOf(error: unknown): FailureDetails {
  const { code, message, members, headers } = isFailure(error) ? error : unexpected;
  const [status, title] = catalogue[code];
  const detail = message.length > longest ? `${message.slice(0, longest - 1)}…` : message;
  return { code, status, title, detail, members, headers: headers ?? {} };
}

/** Returns a failure of each kind that has this status. */
export function failuresOf(status: number): readonly FailureDetails[] {
  return samples.get(status) ?? [];
}

/** Not made of `Failure`: an error records its stack, and each description checks all kinds at the start. */
const samples: ReadonlyMap<number, readonly FailureDetails[]> = Map.groupBy(
  // The catalogue has exactly the codes of the contract.
  (Object.entries(catalogue) as [ProblemCode, (typeof catalogue)[ProblemCode]][]).map(([code, [status, title]]) => {
    return { code, status, title, detail: 'x', members: {}, headers: {} };
  }),
  ({ status }) => status,
);

/** RFC 9457, section 3. */
export const problemType = 'application/problem+json';

export interface ProblemReply {
  readonly type: typeof problemType;
  readonly body: Readonly<Record<string, unknown>>;
}

/** RFC 9457. */
export function problemReply({ code, status, title, detail, members }: FailureDetails): ProblemReply {
  return {
    type: problemType,
    body: { type: `urn:larder:problem:${code}`, title, status, detail, message: detail, ...members },
  };
}

export interface ProblemResponse extends ProblemReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns the problem for a request without a service. */
export function problemOf(error: unknown): ProblemResponse {
  const failure = failureOf(error);
  return { ...problemReply(failure), status: failure.status, headers: failure.headers };
}

/** A failure with headers, such as the challenge of a 401. */
export class FailureWithHeaders extends Failure {
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, headers: Readonly<Record<string, string>>) {
    super(code, detail);
    this.headers = headers;
  }
}

/** Returns the failure for a request that violates the contract, with the location and the reason of each error. */
export function invalidRequest(errors: readonly InvalidPlace[], cause?: unknown): Failure {
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return new Failure('invalid-request', detail, { members: { errors }, cause });
}

/** Returns the errors of an `invalidRequest` failure. */
export function placesOf(error: Failure): readonly InvalidPlace[] {
  const { errors } = error.members as { errors?: readonly InvalidPlace[] };
  return errors ?? [];
}

export interface InvalidPlace {
  readonly path: string;
  readonly message: string;
}

/** In characters. The text of a problem is cut at this length, because it may quote untrusted input. */
const longest = 2000;

const unexpected = {
  code: 'internal',
  message: 'The server failed because of a defect. Its log has the cause.',
  members: {},
  headers: undefined,
} as const;

function isFailure(error: unknown): error is Failure & { readonly headers?: Readonly<Record<string, string>> } {
  return error instanceof Failure;
}

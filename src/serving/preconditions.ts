/** Evaluates preconditions, in the order of RFC 9110, section 13.2.2. */
import fresh from 'fresh';
import { Failure } from '../model/failure.ts';

/** The request's precondition headers. */
export interface Preconditions {
  readonly 'if-match'?: string;
  readonly 'if-unmodified-since'?: string;
  readonly 'if-none-match'?: string;
  readonly 'if-modified-since'?: string;
}

/** The current state of a document. Without a date, headers that compare dates are ignored. */
export interface Validators {
  readonly ETag: string;
  readonly 'Last-Modified'?: string;
}

/**
 * Returns whether the client's copy is current, so that the reply is 304. Throws `precondition-failed` if a
 * precondition does not hold.
 */
export function isCurrent(conditions: Preconditions, validators: Validators): boolean {
  const { ETag: etag, 'Last-Modified': lastModified } = validators;
  const ifMatch = conditions['if-match'];
  const ifUnmodifiedSince = conditions['if-unmodified-since'];
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, etag)) throw failed(`The ETag is ${etag}, which "If-Match: ${ifMatch}" does not include.`);
  } else if (isAfter(lastModified, ifUnmodifiedSince)) {
    throw failed(`It was last modified ${lastModified}, after "If-Unmodified-Since: ${ifUnmodifiedSince}".`);
  }
  return fresh({ ...conditions }, { etag, ...(lastModified !== undefined && { 'last-modified': lastModified }) });
}

/** Checks the preconditions of a request that writes. Without an ETag, nothing exists. Throws `precondition-failed`. */
export function checkBeforeWrite(
  { 'if-match': ifMatch, 'if-none-match': ifNoneMatch }: Pick<Preconditions, 'if-match' | 'if-none-match'>,
  etag: string | undefined,
): void {
  if (ifMatch !== undefined && (etag === undefined || !matches(ifMatch, etag))) {
    const state = etag === undefined ? 'Nothing exists' : `The ETag is ${etag}`;
    throw unwritable(`${state}, which "If-Match: ${ifMatch}" does not include.`);
  }
  if (ifNoneMatch !== undefined && etag !== undefined && matches(ifNoneMatch, etag))
    throw unwritable(`The ETag is ${etag}, which "If-None-Match: ${ifNoneMatch}" excludes.`);
}

/** Strong comparison (section 13.1.1): a weak ETag never matches. */
function matches(list: string, etag: string): boolean {
  return list.trim() === '*' || list.split(',').some((one) => one.trim() === etag);
}

/** False if one of the dates is missing or invalid: such a header is ignored (section 13.1.4). */
function isAfter(date: string | undefined, other: string | undefined): boolean {
  return date !== undefined && other !== undefined && Date.parse(date) > Date.parse(other);
}

function unwritable(what: string): Failure {
  return new Failure('precondition-failed', `${what} Publish another version.`);
}

function failed(what: string): Failure {
  return new Failure('precondition-failed', `${what} Fetch it without the precondition to get the current state.`);
}

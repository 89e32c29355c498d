/**
 * The id of a request connects its response, its problem and its lines in the log. The `X-Request-Id` of a client is
 * ignored: it is not necessarily unique.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A property of the request, which costs less than an entry in a `WeakMap`. */
const id = Symbol('request id');

/** Returns the same id each time it is called with the same request. */
export function requestIdOf(request: IncomingMessage & { [id]?: string }): string {
  return (request[id] ??= newRequestId());
}

/** Returns an id for malformed HTTP, which Node does not parse into a request. */
export function newRequestId(): string {
  return randomUUID();
}

/** The header of every response that has the id. */
export const requestIdHeader = 'X-Request-Id';

export type RequestIdHeader = typeof requestIdHeader;

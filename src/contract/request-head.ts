/** Checks the head of a request, before any of its parts is trusted. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '../model/failure.ts';
import { invalidRequest } from './replies/problems.ts';

/**
 * Throws `invalid-request` for another protocol than HTTP/1.1 or HTTP/1.0, and for an ambiguous head: with a wrong
 * number of `Host` lines or an invalid one (RFC 9112, section 3.2), or with two different `Authorization` lines (RFC
 * 9110, section 5.3). The connection is closed after the response, because the following bytes cannot be trusted.
 */
export function checkMessage(request: IncomingMessage, response: ServerResponse): void {
  try {
    checkFraming(request);
  } catch (error) {
    response.shouldKeepAlive = false;
    throw error;
  }
}

function checkFraming({ httpVersion, headers, rawHeaders }: IncomingMessage): void {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') {
    throw invalidRequest([{ path: 'request', message: 'must be HTTP/1.1 or HTTP/1.0' }]);
  }
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === host.length && name.toLowerCase() === host) hosts += 1;
    else if (name.length === authorization.length && name.toLowerCase() === authorization) {
      if (rawHeaders[at + 1] === headers.authorization) continue;
      throw invalidRequest([{ path: 'headers.authorization', message: 'was sent twice, with different values' }]);
    }
  }
  if (hosts > 1) throw invalidRequest([{ path: 'headers.host', message: 'was sent twice' }]);
  if (hosts === 0 && httpVersion === '1.1') throw invalidRequest([{ path: 'headers.host', message: 'is missing' }]);
  if (headers.host !== undefined && !hostAndPort.test(headers.host)) {
    throw invalidRequest([{ path: 'headers.host', message: 'must be a host name or address, with an optional port' }]);
  }
}

const host = 'host';
const authorization = 'authorization';

/** RFC 3986, section 3.2.2, without validating addresses. It may be empty. */
const hostAndPort = /^(?:\[[\da-f:.]+\]|[\w.~%!$&'()*+,;=-]*)(?::\d*)?$/i;

/** Throws for an expectation that the server cannot meet (RFC 9110, section 10.1.1). */
export function checkExpectation({ httpVersion, headers }: IncomingMessage): void {
  // HTTP/1.0 has no expectations.
  if (httpVersion === '1.0') delete headers.expect;
  const { expect } = headers;
  if (expect !== undefined && expect.toLowerCase() !== '100-continue') {
    const detail = `"Expect: ${expect}" is not supported. Use 100-continue.`;
    throw new Failure('expectation-failed', detail);
  }
}

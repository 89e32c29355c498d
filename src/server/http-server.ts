/** An HTTP server that sends the contract's problems for malformed HTTP, too. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { crossOriginHeaders, everyMethod } from '../contract/replies/cross-origin.ts';
import { replyToBrokenBody } from '../contract/replies/broken-bodies.ts';
import {
  FailureWithHeaders,
  failureOf,
  invalidRequest,
  problemOf,
  type ProblemResponse,
} from '../contract/replies/problems.ts';
import { contentOf, reasonPhrase } from '../contract/replies/send.ts';
import type { SentReply } from '../contract/validation/reply-check.ts';
import { newRequestId, requestIdHeader, requestIdOf } from '../contract/request-id.ts';
import { Failure } from '../model/failure.ts';
import { limitConnections, type Closed, type ConnectionLimits } from './connections.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A response to malformed HTTP or to CONNECT. */
export interface Refused {
  readonly requestId: string;
  readonly socket: Duplex;
  readonly status: number;
  /** The detail of the problem. */
  readonly detail: string;
}

/** Called beside the handler. */
export interface Observers {
  readonly onClose?: (reason: Closed, socket: Socket) => void;
  readonly onRefuse?: (refused: Refused) => void;
}

/** `headersTimeout` is in milliseconds. The contract has the timeouts of bodies, and `serve` those of responses. */
export function createHttpServer(headersTimeout: number): Server {
  return createServer({
    headersTimeout,
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(headersTimeout / 2, 5000),
    keepAliveTimeout: 65_000,
    // The contract checks the header, so that the response is a problem.
    requireHostHeader: false,
  });
}

/** Calls `handler` with every request. The requests of one connection are handled one after the other. */
export function serve(
  server: Server,
  limits: ConnectionLimits,
  handler: Handler,
  { onClose = () => undefined, onRefuse = () => undefined }: Observers = {},
): void {
  const turnsOf = limitConnections(server, limits, onClose);
  const onRequest: Handler = (request, response) => {
    const turns = turnsOf(request.socket);
    if (turns && isOfOtherProtocol(request, turns.parsed())) request.httpVersion = 'unknown';
    // Express sends a response of its own if it cannot parse the target.
    request.url = originForm(request.url ?? '');
    turns?.take(response, () => handler(request, response));
  };
  server.on('request', onRequest);
  // The contract sends the 100 after all checks before the body, and rejects other expectations.
  server.on('checkContinue', onRequest);
  server.on('checkExpectation', onRequest);
  server.on('connect', (_, socket) => {
    // Node removes its own error listener before this event.
    socket.on('error', () => undefined);
    const refusal = new FailureWithHeaders(
      'method-not-allowed',
      'This server is not a proxy and does not support CONNECT.',
      {
        Allow: everyMethod,
      },
    );
    turnsOf(socket)?.end(() => onRefuse(writeFailure(socket, refusal)));
  });
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // After the first error, all bytes of the connection are malformed.
    if (refused.has(socket)) return;
    refused.add(socket);
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const response = turnsOf(socket)?.latest();
    // An error in the body of a request is the response to that request, unless it already has one.
    if (response?.req.complete !== false) turnsOf(socket)?.end(() => onRefuse(writeFailure(socket, malformed(error))));
    else if (response.headersSent) socket.destroy();
    // The contract logs the request itself.
    else writeFailure(socket, malformed(error), response.req);
  });
}

/**
 * Node's parser also accepts two other protocols and does not expose which. `parsed` has the line if it came in one
 * chunk.
 */
function isOfOtherProtocol({ method, url }: IncomingMessage, parsed: Buffer): boolean {
  return otherProtocols.some((protocol) => parsed.includes(protocol) && parsed.includes(`${method} ${url}${protocol}`));
}

const otherProtocols = [' RTSP/', ' ICE/'];

/** Returns the path and query of an absolute target (RFC 9112, section 3.2.2), or an asterisk if it is not a URL. */
function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  if (!URL.canParse(target)) return '*';
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function malformed(error: NodeJS.ErrnoException): Failure {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Failure('headers-too-large', 'The headers are larger than 16 KiB. Send fewer or shorter ones.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Failure('request-timeout', 'The headers did not arrive in time.');
    default:
      return invalidRequest([{ path: 'request', message: `is not HTTP: ${error.message}` }]);
  }
}

/**
 * Writes a whole response by hand, for there is no response object to write it: in the shape of the service if the body
 * of a request is broken. The connection ends with it, but only after a while: reset immediately, a client that is
 * still sending would not get to read it.
 */
function writeFailure(socket: Duplex, error: Failure, request?: IncomingMessage): Refused {
  const requestId = request ? requestIdOf(request) : newRequestId();
  const reply = request && replyToBrokenBody(request, error);
  const {
    status,
    type,
    headers,
    body,
    reason = failureOf(error).title,
  }: SentReply = reply ?? identified(problemOf(error), requestId);
  const bytes = Buffer.from(contentOf(type, body));
  const lines = {
    'Content-Type': type,
    'Content-Length': bytes.length,
    Connection: 'close',
    ...crossOriginHeaders,
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  const timer = setTimeout(() => socket.destroy(), patience);
  socket.once('close', () => clearTimeout(timer));
  // A client that disconnects now must not end the process.
  socket.on('error', () => undefined);
  socket.resume();
  socket.write(`HTTP/1.1 ${status} ${reasonPhrase(status, reason)}\r\n${head.join('')}\r\n`);
  socket.end(bytes);
  return { requestId, socket, status, detail: error.message };
}

function identified({ headers, body, ...problem }: ProblemResponse, requestId: string): SentReply {
  return {
    ...problem,
    headers: { ...headers, [requestIdHeader]: requestId },
    body: { ...body, request_id: requestId },
  };
}

/** In milliseconds. */
const patience = 2000;

/** An HTTP server that answers also what is not quite HTTP, in the words of the contract. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { crossOriginHeaders, everyMethod } from '../contract/replies/cross-origin.ts';
import { replyToBrokenBody } from '../contract/replies/broken-bodies.ts';
import { Refusal, failureOf, invalidRequest, problemOf } from '../contract/replies/problems.ts';
import { contentOf, reasonPhrase } from '../contract/replies/send.ts';
import type { SentAnswer } from '../contract/validation/answer-check.ts';
import { RegistryError } from '../model/failure.ts';
import { limitConnections, type Closed, type ConnectionLimits } from './connections.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** `headersTimeout` is in milliseconds. The contract watches bodies, and `serve` responses. */
export function createHttpServer(headersTimeout: number): Server {
  return createServer({
    headersTimeout,
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(headersTimeout / 2, 5000),
    keepAliveTimeout: 65_000,
    // Its absence is answered by the contract, with a problem.
    requireHostHeader: false,
  });
}

/** Calls `handler` with every request, with those of one connection one after the other. */
export function serve(
  server: Server,
  limits: ConnectionLimits,
  handler: Handler,
  onClose: (reason: Closed, socket: Socket) => void = () => undefined,
): void {
  const turnsOf = limitConnections(server, limits, onClose);
  const onRequest: Handler = (request, response) => {
    const turns = turnsOf(request.socket);
    if (turns && isOfOtherProtocol(request, turns.parsed())) request.httpVersion = 'unknown';
    // Express answers by itself when it cannot read the target.
    request.url = originForm(request.url ?? '');
    turns?.take(response, () => handler(request, response));
  };
  server.on('request', onRequest);
  // The contract sends the 100 when everything before the body is settled, and refuses other expectations.
  server.on('checkContinue', onRequest);
  server.on('checkExpectation', onRequest);
  server.on('connect', (_, socket) => {
    // Node has taken its own listener away.
    socket.on('error', () => undefined);
    const refusal = new Refusal('method-not-allowed', 'This is no proxy: CONNECT cannot be used here.', {
      Allow: everyMethod,
    });
    turnsOf(socket)?.end(() => writeFailure(socket, refusal));
  });
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // What comes after nonsense is nonsense too.
    if (refused.has(socket)) return;
    refused.add(socket);
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const response = turnsOf(socket)?.latest();
    // If it is in the body of a request, that one gets this response, unless it has another one, or half of it.
    if (response?.req.complete !== false) turnsOf(socket)?.end(() => writeFailure(socket, malformed(error)));
    else if (response.headersSent) socket.destroy();
    else writeFailure(socket, malformed(error), response.req);
  });
}

/** Node's parser reads two more protocols, and does not tell which one it was. `parsed` holds the line if it came at once. */
function isOfOtherProtocol({ method, url }: IncomingMessage, parsed: Buffer): boolean {
  return otherProtocols.some((protocol) => parsed.includes(protocol) && parsed.includes(`${method} ${url}${protocol}`));
}

const otherProtocols = [' RTSP/', ' ICE/'];

/** What a client wants that takes us for its proxy (RFC 9112, section 3.2.2). An asterisk stands for what is no URL. */
function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  if (!URL.canParse(target)) return '*';
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function malformed(error: NodeJS.ErrnoException): RegistryError {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new RegistryError('headers-too-large', 'The headers are larger than the 16 KiB that are taken here.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new RegistryError('request-timeout', 'The headers took too long to come.');
    default:
      return invalidRequest([{ path: 'request', message: `is not HTTP: ${error.message}` }]);
  }
}

/**
 * Writes a whole response by hand, for there is no response object to write it: in the shape of the service if the body of
 * a request is broken. The connection ends with it, but only after a while: reset immediately, a client that is still
 * sending would not get to read it.
 */
function writeFailure(socket: Duplex, error: RegistryError, request?: IncomingMessage): void {
  const reply = request && replyToBrokenBody(request, error);
  const { status, type, headers, body, reason = failureOf(error).title }: SentAnswer = reply ?? problemOf(error);
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
  // Who hangs up now must not end the process.
  socket.on('error', () => undefined);
  socket.resume();
  socket.write(`HTTP/1.1 ${status} ${reasonPhrase(status, reason)}\r\n${head.join('')}\r\n`);
  socket.end(bytes);
}

/** In milliseconds. */
const patience = 2000;

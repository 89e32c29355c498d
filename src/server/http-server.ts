/** An HTTP server that answers also what is not quite HTTP, in the words of the contract. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Refusal, invalidRequest, problemOf } from '../contract/problems.ts';
import { RegistryError } from '../registry/errors.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** `headersTimeout` is in milliseconds. Bodies have no time limit, but a pace, which the contract watches. */
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

/** Lets `handler` answer all requests. */
export function serve(server: Server, handler: Handler): void {
  const answering = new WeakMap<Duplex, ServerResponse>();
  const onRequest: Handler = (request, response) => {
    answering.set(request.socket, response);
    handler(request, response);
  };
  server.on('request', onRequest);
  // The contract sends the 100 when everything before the body is settled.
  server.on('checkContinue', onRequest);
  server.on('checkExpectation', (request, response) => {
    const refusal = new RegistryError(
      'expectation-failed',
      `"Expect: ${request.headers.expect}" is not known here; only 100-continue is.`,
    );
    writeProblem(request.socket, refusal);
    response.detachSocket(request.socket);
  });
  server.on('connect', (_, socket) => {
    writeProblem(
      socket,
      new Refusal('method-not-allowed', 'This is no proxy: CONNECT cannot be used here.', {
        Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      }),
    );
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Half an answer is out, or nobody is there to read one.
    if (answering.get(socket)?.headersSent === true || error.code === 'ECONNRESET' || !socket.writable)
      socket.destroy();
    else writeProblem(socket, malformed(error));
  });
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

/** Writes a whole answer by hand, for there is no response object to write it. The connection ends with it. */
function writeProblem(socket: Duplex, error: RegistryError): void {
  const { status, type, headers, body } = problemOf(error);
  const bytes = JSON.stringify(body);
  const lines = {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(bytes),
    Connection: 'close',
    'Access-Control-Allow-Origin': '*',
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${String(body['title'])}\r\n${head.join('')}\r\n${bytes}`);
}

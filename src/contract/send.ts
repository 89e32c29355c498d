/** The one way out: writes an answer, whatever its body is made of. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { SentAnswer } from './answer-check.ts';
import { crossOriginHeaders } from './cross-origin.ts';
import { connectionOf } from './drain.ts';

/** Resolves when the answer is out, or the client has gone. Rejects when a stream of bytes fails half-way. */
export async function send(request: IncomingMessage, response: ServerResponse, answer: SentAnswer): Promise<void> {
  const { status, type, headers, body } = answer;
  const all = {
    ...crossOriginHeaders,
    ...connectionOf(request),
    ...(type === undefined ? {} : { 'Content-Type': type }),
    ...headers,
  };
  if (typeof body === 'function')
    return sendStream(request, response, status, all, body as () => Promise<NodeJS.ReadableStream>);
  const bytes = body === undefined ? undefined : body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  // A 304 speaks of another answer's body, a 204 has none; neither says how long it is.
  const length = status === 204 || status === 304 ? {} : { 'Content-Length': bytes?.length ?? 0 };
  response.writeHead(status, { ...all, ...length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number>>,
  open: () => Promise<NodeJS.ReadableStream>,
): Promise<void> {
  if (request.method === 'HEAD') return void response.writeHead(status, headers).end();
  // Opened first: while nothing is written, a failure can still be told.
  const stream = await open();
  response.writeHead(status, headers);
  await pipeline(stream, response);
}

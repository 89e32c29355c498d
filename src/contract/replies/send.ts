/** Writes a reply with any kind of body. All replies are written here. */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { SentReply } from '../validation/reply-check.ts';
import { essenceOf } from '../media-types.ts';
import { crossOriginHeaders } from './cross-origin.ts';
import { JsonStream } from './json-stream.ts';
import { JsonText } from './json-text.ts';
import { leaveConnection, type DrainLimits } from '../bodies/drain.ts';

export interface SendOptions {
  readonly drain: DrainLimits;
  /** Whether pages of other origins may read the reply. */
  readonly crossOrigin: boolean;
}

/**
 * Resolves when the reply is sent, or when the client has disconnected. Rejects if a stream of bytes fails half-way.
 */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, reason, type, headers, body }: SentReply,
  { drain, crossOrigin }: SendOptions,
): Promise<void> {
  const isHead = request.method === 'HEAD';
  const writeHead = (length: Readonly<Record<string, number>>): ServerResponse =>
    response.writeHead(status, reasonPhrase(status, reason), {
      ...(crossOrigin && crossOriginHeaders),
      ...leaveConnection(request, response, drain),
      ...(type !== undefined && { 'Content-Type': type }),
      ...headers,
      ...length,
    });

  const open = body instanceof JsonStream ? body.open : body;
  if (typeof open === 'function') {
    if (isHead) return void writeHead({}).end();
    // Opened first, because a failure can only be sent before the headers.
    const content = await (open as () => Promise<Uint8Array | AsyncIterable<Uint8Array>>)();
    if (content instanceof Uint8Array) return void writeHead({}).end(content);
    let out: ServerResponse | undefined;
    for await (const piece of content) await written((out ??= writeHead({})), piece);
    await finished((out ?? writeHead({})).end());
    return;
  }
  // Unlike bytes, a text is sent in one chunk with the headers.
  const content = contentOf(type, body);
  // A 304 refers to the body of another response, and a 204 has none, so neither has a length.
  const hasLength = status !== 204 && status !== 304;
  writeHead(hasLength ? { 'Content-Length': Buffer.byteLength(content) } : {}).end(isHead ? '' : content);
}

/** Returns the encoded body, unless it is a stream. */
export function contentOf(type: string | undefined, body: unknown): string | Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (body instanceof JsonText) return body.bytes;
  if (typeof body === 'string' && !/[/+]json$/.test(essenceOf(type))) return body;
  return body === undefined ? '' : JSON.stringify(body);
}

/** Returns the reason phrase of a status line (RFC 9112, section 4). The text of a failure may be cut. */
export function reasonPhrase(status: number, reason: string | undefined): string {
  return reason?.replaceAll(/[^\x20-\x7e]+/g, ' ').slice(0, longestReason) ?? STATUS_CODES[status] ?? '';
}

/** In characters, because clients and proxies limit the status line. */
const longestReason = 500;

/**
 * Resolves when the system has copied the chunk, whose buffer may then be reused. Rejects if the client has
 * disconnected.
 */
function written(response: ServerResponse, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(Object.assign(new Error('The client has disconnected.'), { code: 'ECONNRESET' }));
    response.once('close', gone);
    response.write(piece, (error) => {
      response.off('close', gone);
      if (error) reject(error);
      else resolve();
    });
  });
}

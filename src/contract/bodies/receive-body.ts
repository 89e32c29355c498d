/** Reads the body of a request by its media type. Caller, path and media type are already checked. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '../../model/failure.ts';
import type { DescribedMedia } from '../description.ts';
import { watchPace, type Pace } from './pace.ts';
import type { InvalidPlace } from '../replies/problems.ts';
import { readStream } from './read-stream.ts';
import { checkReadable } from './read-text.ts';
import { receiveForm, tooLarge, type Form, type Stage } from './receive-form.ts';
import { longestEncoding, receiveJsonBytes, withUploads } from './receive-json-bytes.ts';
import { bodyTooLarge, receiveJson } from './receive-json.ts';
import { receiveLines } from './receive-lines.ts';
import { receiveUrlencoded } from './receive-urlencoded.ts';
import type { Staged, Upload } from './upload.ts';

export interface BodyLimits {
  /** The maximum size of one uploaded file, in bytes. */
  readonly file: number;
  /** The maximum size of any other body, in bytes, unless its description has another one. */
  readonly body: number;
  readonly pace: Pace;
}

export interface Incoming<S extends Staged> {
  /** The media type that was sent, in lower case and without parameters; empty if there is none. */
  readonly mediaType: string;
  readonly media: DescribedMedia;
  readonly stage: Stage<S>;
  readonly limits: BodyLimits;
  /** Checks the parts of a form that precede its first file, before that is staged. */
  readonly checkForm?: ((parts: ReceivedParts) => Promise<void>) | undefined;
  /** All staged files are added here immediately, so that they can be discarded after any failure. */
  readonly uploads: S[];
}

export interface ReceivedParts {
  readonly judged: Readonly<Record<string, unknown>>;
  readonly notes: readonly InvalidPlace[];
  readonly fileName: string;
}

export interface ReceivedBody {
  /** The value that is validated against the schema. */
  readonly judged: unknown;
  /** Returns the value for the operation. Must be called after the validation. */
  readonly value: () => unknown;
  /** The names of parts that are in neither value. */
  readonly unread: readonly string[];
  readonly notes: readonly InvalidPlace[];
}

/** Throws for a body that is too large, too slow, or malformed for its media type. */
export async function receiveBody<S extends Staged>(
  request: IncomingMessage,
  response: ServerResponse,
  incoming: Incoming<S>,
): Promise<ReceivedBody> {
  const { media } = incoming;
  const limits = { ...incoming.limits, body: media.mostText ?? incoming.limits.body };
  if (media.kind === 'form' || media.kind === 'bytes') checkEncoding(request);
  // Express's own parser checks the rest of JSON.
  else if (media.kind !== 'json' || media.bytes !== undefined) checkReadable(request);
  const isFile = media.kind === 'form' || media.kind === 'bytes' || media.bytes !== undefined;
  const most = longestOf(media, limits);
  const tooMuch = (): Failure =>
    isFile ? tooLarge(media.kind === 'bytes' ? most : limits.file) : bodyTooLarge(limits.body);
  // Rejected before the body is read instead of after it.
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooMuch();
  if (request.headers.expect !== undefined) {
    response.writeContinue();
    // The expectation is met, so the client sends the body from now on.
    delete request.headers.expect;
  }
  const failed = Promise.withResolvers<never>();
  // The reader gets the error; a body may also become too long after the reader has ended.
  failed.promise.catch(() => undefined);
  const stopPace = watchPace(request, limits.pace, (reason) => failed.reject(new Failure('request-timeout', reason)));
  watchSize(request, most, () => failed.reject(tooMuch()));
  try {
    if (media.kind === 'form') return await form(request, incoming, failed);
    if (media.kind === 'bytes') return await bytes(request, incoming, failed);
    if (media.kind === 'urlencoded')
      return textual(await receiveUrlencoded(request, { media, limit: limits.body, failed }));
    if (media.kind === 'lines' || media.bytes) return await jsonWithBytes(request, { ...incoming, limits }, failed);
    const body = await Promise.race([receiveJson(request, response, limits.body), failed.promise]);
    return textual(body);
  } finally {
    stopPace();
  }
}

/** Returns the maximum number of bytes of a body with this media type. */
function longestOf(
  { kind, bytes: place, mostBytes, mostText = 0 }: DescribedMedia,
  { file, body }: BodyLimits,
): number {
  if (kind === 'form') return file + frame + mostText;
  if (kind === 'bytes') return Math.min(file, mostBytes ?? file);
  return place === undefined ? body : body + longestEncoding * file;
}

/** Returns whether a request has a body, which may be empty if its length is unknown (RFC 9112, section 6). */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

async function bytes<S extends Staged>(
  request: IncomingMessage,
  incoming: Incoming<S>,
  failed: PromiseWithResolvers<never>,
): Promise<ReceivedBody> {
  const staged = await readStream(request, failed, keeping(incoming));
  const value: Upload<S> = { fileName: '', mediaType: incoming.mediaType, staged };
  // The schema accepts any text for bytes.
  return { judged: '', value: () => value, unread: [], notes: [] };
}

/** A body without bytes: the operation gets the validated value. */
function textual(value: unknown): ReceivedBody {
  return { judged: value, value: () => value, unread: [], notes: [] };
}

async function jsonWithBytes<S extends Staged>(
  request: IncomingMessage,
  incoming: Incoming<S>,
  failed: PromiseWithResolvers<never>,
): Promise<ReceivedBody> {
  const { media, limits } = incoming;
  const receive = media.kind === 'lines' ? receiveLines : receiveJsonBytes;
  const json = await receive(request, { place: media.bytes, stage: keeping(incoming), limits, failed });
  return { judged: json.value, value: () => withUploads(json), unread: [], notes: [] };
}

function keeping<S extends Staged>({ stage, uploads }: Incoming<S>): Stage<S> {
  return async (content) => {
    const staged = await stage(content);
    uploads.push(staged);
    return staged;
  };
}

async function form<S extends Staged>(
  request: IncomingMessage,
  incoming: Incoming<S>,
  failed: PromiseWithResolvers<never>,
): Promise<ReceivedBody> {
  const { media, limits, checkForm } = incoming;
  const received: Form<S> = { parts: {}, files: new Map(), unknownFiles: [], notes: [] };
  const { parts: judged, notes } = received;
  const beforeFile = checkForm && ((fileName: string) => checkForm({ judged, notes, fileName }));
  await receiveForm(request, { media, stage: keeping(incoming), limit: limits.file, beforeFile, failed }, received);
  return {
    judged: received.parts,
    value: () => ({ ...received.parts, ...Object.fromEntries(received.files) }),
    unread: received.unknownFiles,
    notes: received.notes,
  };
}

function checkEncoding({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding']?.toLowerCase();
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Failure('unsupported-media-type', `The body is encoded with ${encoding}. Send it without an encoding.`);
  }
}

/** Calls `tooMuch` if more than `most` bytes were received, before decompression. */
function watchSize(request: IncomingMessage, most: number, tooMuch: () => void): void {
  let bytes = 0;
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.byteLength;
    if (bytes > most) tooMuch();
  });
}

/** In bytes: the maximum size of a form without its file and its long texts. */
const frame = 1024 * 1024;

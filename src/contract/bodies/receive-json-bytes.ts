/** Reads a JSON body in which strings are bytes: these are staged as they pass, and the rest is parsed. */
import type { IncomingMessage } from 'node:http';
import { PassThrough, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RegistryError } from '../../model/failure.ts';
import { invalidRequest } from '../replies/problems.ts';
import { createBoundedBuffer } from './bounded-buffer.ts';
import type { BytePlace } from './byte-places.ts';
import { createJsonCutter } from './cut-json.ts';
import { readStream } from './read-stream.ts';
import type { Stage } from './receive-form.ts';
import { bodyTooLarge, charsetOf, parseJson } from './receive-json.ts';
import { createStringStage, type StagedString } from './stage-strings.ts';
import type { Staged } from './upload.ts';

export interface JsonReading<S extends Staged> {
  readonly place: BytePlace;
  readonly stage: Stage<S>;
  /** In bytes: of all byte strings together, and of the rest after decompression. */
  readonly limits: { readonly file: number; readonly body: number };
  readonly failed: PromiseWithResolvers<never>;
}

export interface JsonWithBytes<S extends Staged> {
  /** Has an empty string in the place of each byte string; undefined for an empty body. */
  readonly value: unknown;
  readonly strings: readonly StagedString<S>[];
}

/** The most bytes that a byte can take: four characters for three of them, each as an escape of six. */
export const longestEncoding = 8;

export async function receiveJsonBytes<S extends Staged>(
  request: IncomingMessage,
  { place, stage, limits, failed }: JsonReading<S>,
): Promise<JsonWithBytes<S>> {
  const charset = charsetOf(request);
  const strings = createStringStage(stage, limits.file);
  const rest = createBoundedBuffer(limits.body, () => bodyTooLarge(limits.body));
  const push = createJsonCutter({ place, open: strings.open, keep: rest.add });
  const read = async (content: AsyncIterable<Buffer>): Promise<void> => {
    try {
      for await (const piece of content) await push(piece);
    } catch (error) {
      const failure = inflated(error);
      await strings.close(failure);
      throw failure;
    }
  };
  await readStream(request, failed, read, decompression(request));
  // A string without an end is in no JSON, and nobody stages the rest of it.
  const unfinished = invalidRequest([{ path: 'body', message: 'ended before it was whole' }]);
  await strings.close(unfinished);
  return { value: parseJson(rest.bytes(), charset), strings: strings.strings };
}

/** Returns the value with the uploads in the places of their byte strings. Changes it. */
export function withUploads({ value, strings }: JsonWithBytes<Staged>): unknown {
  const whole = { value };
  for (const { steps, upload } of strings) {
    let parent: Record<string | number, unknown> = whole;
    let last: string | number = 'value';
    for (const step of steps) {
      // The steps were found in the text that this is the value of.
      parent = parent[last] as Record<string | number, unknown>;
      last = step;
    }
    parent[last] = upload;
  }
  return whole.value;
}

function decompression({ headers }: IncomingMessage): Duplex {
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  const create = decompressions.get(encoding);
  if (create) return create();
  const detail = `The body cannot be read: unsupported content encoding "${encoding}". Send JSON in UTF-8.`;
  throw new RegistryError('unsupported-media-type', detail);
}

/** Those that JSON without bytes may have. */
const decompressions: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
  ['identity', () => new PassThrough()],
  ['gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
]);

/** The errors of decompression are the client's. */
function inflated(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('the body cannot be read', { cause: error });
  const isOfData = 'code' in error && /^(?:Z_|ERR__ERROR|ERR_BROTLI)/.test(String(error.code));
  return isOfData ? invalidRequest([{ path: 'body', message: error.message }]) : error;
}

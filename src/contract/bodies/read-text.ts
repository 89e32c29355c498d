/** Reads a body that is text in UTF-8, such as JSON, piece by piece, and decompresses it. */
import type { IncomingMessage } from 'node:http';
import { PassThrough, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Failure } from '../../model/failure.ts';
import { releaseMemory } from '../../model/release-memory.ts';
import { invalidRequest } from '../replies/problems.ts';
import { readStream } from './read-stream.ts';

/**
 * Calls `push` with each piece after decompression, whose memory is freed afterwards. Rejects as `push` does, and for a body that cannot be decompressed. The
 * request must be one that `checkReadable` accepts.
 */
export async function readText(
  request: IncomingMessage,
  failed: PromiseWithResolvers<never>,
  push: (piece: Buffer) => Promise<void>,
): Promise<void> {
  const read = async (content: AsyncIterable<Buffer>): Promise<void> => {
    try {
      for await (const piece of content) {
        await push(piece);
        releaseMemory(piece);
      }
    } catch (error) {
      throw isOfDecompression(error) ? invalidRequest([{ path: 'body', message: error.message }]) : error;
    }
  };
  await readStream(request, failed, read, decompressionOf(request)());
}

/** Throws `unsupported-media-type` for another charset than UTF-8 and for an unknown compression. Reads nothing. */
export function checkReadable(request: IncomingMessage): void {
  const [, charset = 'utf-8'] = /;\s*charset="?([^\s";]+)/i.exec(request.headers['content-type'] ?? '') ?? [];
  if (charset.toLowerCase() !== 'utf-8') throw unreadable(`unsupported charset "${charset.toUpperCase()}"`);
  decompressionOf(request);
}

function decompressionOf({ headers }: IncomingMessage): () => Duplex {
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  const create = decompressions.get(encoding);
  if (!create) throw unreadable(`unsupported content encoding "${encoding}"`);
  return create;
}

/** The encodings of JSON without bytes. */
const decompressions: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
  ['identity', () => new PassThrough()],
  ['gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
]);

/** Errors of decompression are caused by the client. */
function isOfDecompression(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR__ERROR|ERR_BROTLI)/.test(String(error.code));
}

function unreadable(reason: string): Failure {
  return new Failure('unsupported-media-type', `The body cannot be read: ${reason}. Send it in UTF-8.`);
}

/** Reads a body as a stream that can fail without closing the connection, so that the client can read the response. */
import type { IncomingMessage } from 'node:http';
import { PassThrough, type Duplex, type Readable } from 'node:stream';
import type { Failure } from '../../model/failure.ts';
import { invalidRequest } from '../replies/problems.ts';

/**
 * Resolves to the result of `read` for the body, or for the body transformed by `through`. Rejects if `read` does, if
 * the client disconnects, or if `failed` is rejected, but not before `read` has ended.
 */
export async function readStream<T>(
  request: IncomingMessage,
  failed: PromiseWithResolvers<never>,
  read: (content: Readable) => Promise<T>,
  through: Duplex = new PassThrough({ highWaterMark: bufferSize }),
): Promise<T> {
  request.once('error', () => failed.reject(gone()));
  request.once('close', () => request.complete || failed.reject(gone()));
  // Without a listener, an error after the last read would end the process.
  through.on('error', () => undefined);
  const reading = read(request.pipe(through));
  try {
    return await Promise.race([reading, failed.promise]);
  } catch (error) {
    request.unpipe(through);
    through.destroy(error instanceof Error ? error : undefined);
    throw error;
  } finally {
    await Promise.allSettled([reading]);
  }
}

const bufferSize = 1024 * 1024;

/** No client reads this failure. It ends the work for the request. */
export function gone(): Failure {
  return invalidRequest([{ path: 'body', message: 'ended before it was complete' }]);
}

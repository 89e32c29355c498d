/** Reads a body that is bytes, of whatever media type, as it comes. */
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { gone, type Stage } from './receive-form.ts';
import type { Staged } from './upload.ts';

/** Stages the whole body. Rejects when the client leaves, when staging fails, or when `failed` does. */
export async function receiveBytes<S extends Staged>(
  request: IncomingMessage,
  stage: Stage<S>,
  failed: PromiseWithResolvers<never>,
): Promise<S> {
  request.once('error', () => failed.reject(gone()));
  request.once('close', () => request.complete || failed.reject(gone()));
  // Whoever stops reading the request itself would close the connection, and the client could not read why.
  const content = new PassThrough({ highWaterMark: bufferSize });
  // Without a listener, a body that nobody reads any more would end the process.
  content.on('error', () => undefined);
  const staging = stage(request.pipe(content));
  try {
    return await Promise.race([staging, failed.promise]);
  } catch (error) {
    request.unpipe(content);
    content.destroy(error instanceof Error ? error : undefined);
    throw error;
  } finally {
    await Promise.allSettled([staging]);
  }
}

const bufferSize = 1024 * 1024;

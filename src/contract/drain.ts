/**
 * Lets a client that is still sending read its refusal. Closing the connection at once would reset it, and a client that
 * writes into a reset connection sees a broken pipe instead of the answer.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface DrainLimits {
  readonly bytes: number;
  /** In milliseconds. */
  readonly time: number;
}

/**
 * What the answer must say of its connection. When the body has not been read to its end, the rest of it is read and
 * forgotten after the answer, up to the limits; then the connection is closed, if that was the client's wish.
 */
export function leaveConnection(
  request: IncomingMessage,
  response: ServerResponse,
  limits: DrainLimits,
): Readonly<Record<string, string>> {
  if (request.complete) return {};
  drainAfter(request, response, limits);
  // Left alone, Node would close it at once for a client that wants no second request; and one that waits for a 100 it
  // will not get must send nothing more, for nobody can tell what its next bytes will be.
  return { Connection: request.headers.expect === undefined ? 'keep-alive' : 'close' };
}

function drainAfter(request: IncomingMessage, response: ServerResponse, limits: DrainLimits): void {
  const isLast = !response.shouldKeepAlive;
  response.once('finish', () => {
    const { socket } = request;
    const finish = (): void => void (isLast && socket.end());
    if (request.complete) return finish();
    const most = { bytes: socket.bytesRead + limits.bytes, time: performance.now() + limits.time };
    // There is nothing to listen to: what nobody has begun to read, Node throws away by itself and without a word.
    const watch = setInterval(() => {
      if (socket.bytesRead > most.bytes || performance.now() > most.time) socket.destroy();
    }, 10);
    request.once('close', () => clearInterval(watch));
    request.once('end', () => {
      clearInterval(watch);
      finish();
    });
    request.resume();
  });
}

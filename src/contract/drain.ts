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

/** After the answer: reads and forgets the rest of the body, up to the limits, then closes the connection. */
export function drainAfter(request: IncomingMessage, response: ServerResponse, limits: DrainLimits): void {
  response.once('finish', () => {
    if (request.complete) return;
    const { socket } = request;
    const end = socket.bytesRead + limits.bytes;
    const close = (): void => void socket.destroy();
    const timer = setTimeout(close, limits.time);
    request.on('data', () => socket.bytesRead > end && close());
    request.once('close', () => clearTimeout(timer));
    request.once('end', () => clearTimeout(timer));
    request.resume();
  });
}

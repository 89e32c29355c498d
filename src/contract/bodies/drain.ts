/**
 * Lets a client that is still sending read its refusal. Closing the connection immediately would reset it, and a client
 * that writes into a reset connection gets a broken pipe instead of the response (RFC 9112, section 9.6).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface DrainLimits {
  readonly bytes: number;
  /** In milliseconds. */
  readonly time: number;
}

/**
 * Returns what the response must say of its connection. If the body has not been read to its end, the rest of it is read
 * and dropped after the response. The connection is closed if the rest exceeds the limits, or if the response is the last.
 */
export function leaveConnection(
  request: IncomingMessage,
  response: ServerResponse,
  limits: DrainLimits,
): Readonly<Record<string, string>> {
  if (request.complete) return {};
  // A client that got no 100 may send the body or not, and nothing tells its first bytes from those of the next request.
  const isLast = !response.shouldKeepAlive || request.headers.expect !== undefined;
  const { socket } = request;
  // Node would close both directions.
  if (isLast) socket.destroySoon = () => socket.end();
  response.once('finish', () => drain(request, socket, limits, isLast));
  return { Connection: isLast ? 'close' : 'keep-alive' };
}

/** Drops what comes until the body is complete, or the client has closed the connection if the response was the last. */
function drain(request: IncomingMessage, socket: Socket, limits: DrainLimits, isLast: boolean): void {
  if (socket.destroyed || (request.complete && !isLast)) return;
  const mostBytes = socket.bytesRead + limits.bytes;
  // Node drops a body that nobody reads without any event, so its bytes can only be looked up.
  const watch = setInterval(() => {
    if (request.complete && !isLast) stop();
    else if (socket.bytesRead > mostBytes) socket.destroy();
  }, pause);
  const timer = setTimeout(() => socket.destroy(), limits.time);
  // Node forgets a request that has its response: if the client leaves then, only the socket closes.
  const stop = (): void => {
    clearInterval(watch);
    clearTimeout(timer);
    socket.off('close', stop);
  };
  socket.once('close', stop);
  request.resume();
  socket.resume();
}

/** In milliseconds. */
const pause = 10;

/**
 * Lets a client that is still sending read the response to a rejected request. Closing the connection immediately would
 * reset it, and a client that writes to a reset connection gets a broken pipe instead of the response (RFC 9112,
 * section 9.6).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface DrainLimits {
  readonly bytes: number;
  /** In milliseconds. */
  readonly time: number;
}

/**
 * Returns the `Connection` header of the response. If the body has not been read to its end, the rest is read and
 * dropped after the response. The connection is closed if the rest exceeds the limits, or if the response is the last.
 */
export function leaveConnection(
  request: IncomingMessage,
  response: ServerResponse,
  limits: DrainLimits,
): Readonly<Record<string, string>> {
  if (request.complete) return {};
  // A client without a 100 may send the body or not, and its first bytes look like those of the next request.
  const isLast = !response.shouldKeepAlive || request.headers.expect !== undefined;
  const { socket } = request;
  // Node would close both directions.
  if (isLast) socket.destroySoon = () => socket.end();
  response.once('finish', () => drain(request, socket, limits, isLast));
  return { Connection: isLast ? 'close' : 'keep-alive' };
}

/** Drops bytes until the body is complete, or until the client closes the connection if the response was the last. */
function drain(request: IncomingMessage, socket: Socket, limits: DrainLimits, isLast: boolean): void {
  if (socket.destroyed || (request.complete && !isLast)) return;
  const mostBytes = socket.bytesRead + limits.bytes;
  // Node drops an unread body without any event, so its bytes can only be polled.
  const watch = setInterval(() => {
    if (request.complete && !isLast) stop();
    else if (socket.bytesRead > mostBytes) socket.destroy();
  }, pause);
  const timer = setTimeout(() => socket.destroy(), limits.time);
  // After the response, Node no longer emits events of the request: if the client disconnects, only the socket closes.
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

/** Watches that a body keeps coming, so that a client that stalls does not hold a connection for ever. */
import type { IncomingMessage } from 'node:http';

export interface Pace {
  readonly bytesPerSecond: number;
  /** For how long, in milliseconds, a body may come more slowly than that. */
  readonly patience: number;
  /** In milliseconds, for the whole body, however fast it comes. */
  readonly longest: number;
}

/**
 * Calls `tooSlow` once if the body falls behind for too long, or is not complete after `longest` milliseconds. Returns a
 * function that ends the watch.
 */
export function watchPace(
  request: IncomingMessage,
  { bytesPerSecond, patience, longest }: Pace,
  tooSlow: (reason: string) => void,
): () => void {
  const { socket } = request;
  const begun = performance.now();
  let good = { at: begun, bytes: socket.bytesRead };
  const timer = setInterval(
    () => {
      const at = performance.now();
      const elapsed = at - good.at;
      // If the body is complete or buffered, the disk is the bottleneck, not the client.
      const keepsUp =
        request.complete ||
        request.readableLength > 0 ||
        (socket.bytesRead - good.bytes) * 1000 >= bytesPerSecond * elapsed;
      if (keepsUp) good = { at, bytes: socket.bytesRead };
      const isLate = !request.complete && at - begun >= longest;
      if (!isLate && (keepsUp || elapsed < patience)) return;
      clearInterval(timer);
      tooSlow(
        isLate
          ? `The body was not complete after ${longest / 1000} seconds, the limit of this server. Use a faster connection.`
          : `The body came at less than ${bytesPerSecond} bytes a second for ${patience / 1000} seconds.`,
      );
    },
    Math.min(patience, longest) / ticks,
  );
  return () => clearInterval(timer);
}

const ticks = 30;

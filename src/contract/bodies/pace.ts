/** Watches the rate of a body, so that a stalled client does not hold a connection forever. */
import type { IncomingMessage } from 'node:http';

export interface Pace {
  readonly bytesPerSecond: number;
  /** In milliseconds: how long a body may be slower than that. */
  readonly patience: number;
  /** In milliseconds: the time limit for the whole body, at any rate. */
  readonly longest: number;
}

/**
 * Calls `tooSlow` once if the body is too slow for too long, or is not complete after `longest` milliseconds. Returns a
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
          : `The body was slower than ${bytesPerSecond} bytes per second for ${patience / 1000} seconds. Use a faster connection.`,
      );
    },
    Math.min(patience, longest) / ticks,
  );
  return () => clearInterval(timer);
}

const ticks = 30;

/** Watches that a body keeps coming, so that a client that stalls does not hold a connection for ever. */
import type { IncomingMessage } from 'node:http';

export interface Pace {
  readonly bytesPerSecond: number;
  /** For how long, in milliseconds, a body may come more slowly than that. */
  readonly patience: number;
}

/** Calls `tooSlow` once when the body falls behind for too long. Answers a function that ends the watch. */
export function watchPace(
  request: IncomingMessage,
  { bytesPerSecond, patience }: Pace,
  tooSlow: () => void,
): () => void {
  const { socket } = request;
  let good = { at: performance.now(), bytes: socket.bytesRead };
  const timer = setInterval(() => {
    const at = performance.now();
    const elapsed = at - good.at;
    // What is whole, or waits in the buffer, waits for us: then it is the disk that is slow, and not the client.
    const keepsUp =
      request.complete ||
      request.readableLength > 0 ||
      (socket.bytesRead - good.bytes) * 1000 >= bytesPerSecond * elapsed;
    if (keepsUp) good = { at, bytes: socket.bytesRead };
    else if (elapsed >= patience) {
      clearInterval(timer);
      tooSlow();
    }
  }, patience / ticks);
  return () => clearInterval(timer);
}

const ticks = 30;

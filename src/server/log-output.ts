/** Writes log lines to a stream without ever waiting for its reader. */
import type { Writable } from 'node:stream';

export interface LogOutput {
  /** Writes a line, or drops it if the reader of the stream is too far behind. */
  write(line: string): void;
  /** Resolves when all lines are written, but after `timeout` milliseconds at the latest. */
  flush(timeout: number): Promise<void>;
}

/** In characters: so much waits for the reader. */
const mostWaiting = 1024 * 1024;

/** `report` is called with the number of dropped lines as soon as lines can be written again. */
export function createLogOutput(stream: Writable, report: (dropped: number) => void): LogOutput {
  let dropped = 0;
  // A reader that has gone for good: the server goes on without a log.
  stream.on('error', () => (dropped += 1));
  const write = (line: string): void => {
    if (stream.writableLength + line.length > mostWaiting) {
      dropped += 1;
      return;
    }
    if (dropped > 0) {
      const count = dropped;
      dropped = 0;
      report(count);
    }
    stream.write(line);
  };
  return {
    write,
    flush: (timeout) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, timeout);
        // Called after everything before it, also if it fails.
        stream.write('', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

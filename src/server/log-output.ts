/** Writes log lines to a stream without waiting for its reader. */
import type { Writable } from 'node:stream';

export interface LogOutput {
  /** Writes a line, or drops it if the reader of the stream is too far behind. */
  write(line: string): void;
  /** Resolves when all lines are written, or after `timeout` milliseconds. */
  flush(timeout: number): Promise<void>;
}

/** In characters: the maximum that is buffered for the reader. */
const mostWaiting = 1024 * 1024;

/** `report` is called with the number of dropped lines when lines can be written again. */
export function createLogOutput(stream: Writable, report: (dropped: number) => void): LogOutput {
  let dropped = 0;
  // The reader has closed the stream: the server continues without a log.
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
        // The callback of a write is called after all earlier writes, even if it fails.
        stream.write('', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

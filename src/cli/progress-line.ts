/** A progress line on standard error that replaces itself; nothing if standard error is not a terminal. */
import { isTerminal } from './terminal.ts';

export interface ProgressLine {
  /** Replaces the line, at most once per interval. */
  show(line: () => string): void;
  /** Must be called before anything else is written, and at the end. */
  clear(): void;
}

/** In milliseconds. */
const redrawPause = 200;

export function openProgressLine(): ProgressLine {
  if (!isTerminal('stderr')) return { show: () => undefined, clear: () => undefined };
  let last = 0;
  return {
    show: (line) => {
      if (performance.now() - last < redrawPause) return;
      last = performance.now();
      process.stderr.write(`\r\x1B[K${line()}`);
    },
    clear: () => void process.stderr.write('\r\x1B[K'),
  };
}

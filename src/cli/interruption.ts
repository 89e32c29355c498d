/** Ctrl-C and its like, for commands that have something to put in order before they end. */
import { exitCodeOf } from './exit-codes.ts';

/** In milliseconds. A terminal signals all of its processes, and npx passes the signal on: both mean the same. */
const sameSignal = 500;

/**
 * Returns a signal that aborts when the process is told to stop. The caller ends soon after; being told again ends the
 * process immediately.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      const now = performance.now();
      if (first !== undefined && now - first > sameSignal) process.exit(exitCodeOf('interrupted'));
      first ??= now;
      controller.abort();
    });
  }
  return controller.signal;
}

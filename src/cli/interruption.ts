/** Ctrl-C and other signals that end a process, for commands that must clean up first. */
import { exitCodeOf } from './exit-codes.ts';

/**
 * In milliseconds. A terminal signals all of its processes and npx passes the signal on, so one Ctrl-C arrives twice.
 */
const sameSignal = 500;

/**
 * Returns a signal that aborts at the first SIGINT, SIGTERM or SIGHUP. The caller must then end soon; the next one ends
 * the process immediately.
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

/** Ctrl-C and its like, for commands that have something to put in order before they end. */
import { exitCodeOf } from './exit-codes.ts';

/**
 * A signal that aborts when the process is told to stop. Whoever asks must end soon after; a second request ends the
 * process at once.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exitCodeOf('interrupted'));
      controller.abort();
    });
  }
  return controller.signal;
}

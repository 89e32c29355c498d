/** The events that stop a server: a signal, or the end of the npm process that started it. */
import process from 'node:process';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * In milliseconds. A terminal signals all of its processes and npm passes the signal on, so one Ctrl-C arrives twice.
 */
const sameSignal = 500;

/** In milliseconds: how often the parent process is checked. */
const watchParent = 1000;

/** Resolves at the first signal. Calls `again` at the next one, unless it is a duplicate of the first. */
export function toldToStop(again: () => void): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    for (const signal of signals) {
      process.on(signal, () => {
        const now = performance.now();
        if (first !== undefined && now - first > sameSignal) again();
        first ??= now;
        resolve();
      });
    }
  });
}

/**
 * Resolves when the parent process has ended, if npm started it: npm passes signals on to a shell, which may end
 * without this process, and does not pass on SIGHUP and SIGKILL. (On Windows, the id of the parent does not change.)
 */
export function npmEnds(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  return new Promise((resolve) => {
    if (environment['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      resolve();
    }, watchParent).unref();
  });
}

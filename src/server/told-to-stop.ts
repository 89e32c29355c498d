/** What tells a server to stop: a signal, or the end of the npm that started it. */
import process from 'node:process';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** In milliseconds. A terminal signals all of its processes, and npm passes the signal on: both mean the same. */
const sameSignal = 500;

/** In milliseconds. */
const watchParent = 1000;

/** Resolves at the first signal. Calls `again` at another one, unless it comes with the first. */
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
 * Resolves when the process that started this one has ended, if npm was between them: it passes signals on to a shell,
 * which may end without this process, and passes on neither SIGHUP nor SIGKILL. (Windows keeps the id of the parent.)
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

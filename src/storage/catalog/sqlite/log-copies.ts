/** Copies the log of a database to its file, in a thread. */
import { Worker } from 'node:worker_threads';

export interface LogCopies {
  /** Resolves when the log is copied, or could not be. The next copy includes it. */
  copy(): Promise<void>;
  /** Ends the thread. No copy may be running. */
  end(): Promise<void>;
}

/** The thread is started with the first copy, and ends itself if none follows. */
export function createLogCopies(file: string): LogCopies {
  let thread: Worker | undefined;

  function start(): Worker {
    const started = new Worker(new URL('log-thread.ts', import.meta.url), { workerData: file, execArgv: [] });
    // An exit follows.
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (thread === started) thread = undefined;
    });
    return started;
  }

  return {
    async copy() {
      const copying = (thread ??= start());
      await new Promise<void>((resolve) => {
        const done = (): void => {
          copying.off('message', done).off('exit', done).unref();
          resolve();
        };
        // The process does not end meanwhile.
        copying.once('message', done).once('exit', done).ref();
        copying.postMessage('copy');
      });
    },

    async end() {
      await thread?.terminate();
    },
  };
}

/** Ends the process from a thread of its own, also while its event loop is blocked. */
import { Worker } from 'node:worker_threads';

/** Kills this process after `timeout` milliseconds. Does not keep it alive until then. */
export function endByForce(timeout: number): void {
  new Worker(new URL('force-thread.ts', import.meta.url), { workerData: timeout, execArgv: [] }).unref();
}

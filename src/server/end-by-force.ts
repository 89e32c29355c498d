/** Kills the process from a separate thread, even while its event loop is blocked. */
import { Worker } from 'node:worker_threads';

/** Kills this process after `timeout` milliseconds. The timer does not keep the process alive. */
export function endByForce(timeout: number): void {
  new Worker(new URL('force-thread.ts', import.meta.url), { workerData: timeout, execArgv: [] }).unref();
}

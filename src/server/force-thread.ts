/** The thread of `endByForce`. */
import process from 'node:process';
import { workerData } from 'node:worker_threads';

Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(workerData));
process.kill(process.pid, 'SIGKILL');

/** A thread that copies the log of a database to its file with each message, and ends when it gets none for a minute. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** In milliseconds. Starting a thread costs as much processor time as several publications. */
const idleTime = 60_000;

const database = new DatabaseSync(String(workerData), { timeout: 0 });
database.exec('pragma synchronous = full');
// Passive: neither waits for other connections, nor lets them wait.
const copy = database.prepare('pragma wal_checkpoint(passive)');

const idle = setTimeout(() => {
  parentPort?.close();
}, idleTime);
parentPort?.on('message', () => {
  idle.refresh();
  try {
    copy.get();
  } finally {
    parentPort?.postMessage('copied');
  }
});

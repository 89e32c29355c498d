/** A thread that copies the log of a database to its file, and ends. */
import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

using database = new DatabaseSync(String(workerData), { timeout: 0 });
// Passive: neither waits for other connections, nor lets them wait.
database.exec('pragma synchronous = full; pragma wal_checkpoint(passive)');

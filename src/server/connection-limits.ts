/** The limits of connections: their number, and the timeouts for clients that do not read. */
import os from 'node:os';
import process from 'node:process';
import type { ConnectionLimits } from './connections.ts';
import type { Settings } from './settings.ts';

export function connectionLimits({ maxConnections, bodyPatience, transferTimeout }: Settings): ConnectionLimits {
  return { most: maxConnections ?? mostConnections(), patience: bodyPatience, longest: transferTimeout };
}

/**
 * Returns the default for the number of connections: a quarter of the files that the process may open, because a
 * connection is one and its download or upload is another; and at most a quarter of the memory, at 1 MiB each.
 */
function mostConnections(): number {
  const memory = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  return Math.max(fewest, Math.floor(Math.min(openFiles() / 4, memory / 4 / perConnection)));
}

/** Returns the number of files that the process may open; Infinity if the system has no such limit. */
function openFiles(): number {
  // A report takes about 20 ms, and the limit does not change.
  return (knownOpenFiles ??= reportedOpenFiles());
}

let knownOpenFiles: number | undefined;

function reportedOpenFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Infinity;
}

/** In bytes: two chunks of a file of 256 KiB, and the read-ahead of the socket and of a form. */
const perConnection = 1024 * 1024;
const fewest = 16;

/** How many connections a server takes, and how long it waits for a client that does not read. */
import os from 'node:os';
import process from 'node:process';
import type { ConnectionLimits } from './connections.ts';
import type { Settings } from './settings.ts';

export function connectionLimits({ maxConnections, bodyPatience, transferTimeout }: Settings): ConnectionLimits {
  return { most: maxConnections ?? mostConnections(), patience: bodyPatience, longest: transferTimeout };
}

/**
 * Returns how many connections leave enough for everything else: a quarter of the files that the process may open, since
 * a connection is one and a download or upload opens another; and a quarter of the memory, at 1 MiB for each.
 */
function mostConnections(): number {
  const memory = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  return Math.max(fewest, Math.floor(Math.min(openFiles() / 4, memory / 4 / perConnection)));
}

/** Returns how many files the process may open; Infinity if the system has no such limit. */
function openFiles(): number {
  // A report takes some 20 ms, and this limit stays.
  return (knownOpenFiles ??= reportedOpenFiles());
}

let knownOpenFiles: number | undefined;

function reportedOpenFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Infinity;
}

/** In bytes: two pieces of a file of 256 KiB, and what is read ahead from the socket and of a form. */
const perConnection = 1024 * 1024;
const fewest = 16;

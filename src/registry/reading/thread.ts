/** The code of a reader thread. It imports the reader of a task, and nothing else of Larder. */
import { readlinkSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Incoming, LocalFile, Read, Release } from '../ecosystem.ts';
import { UnacceptableFile } from '../unacceptable-file.ts';

export interface Task {
  /** The URL of a module that exports `read`. */
  readonly reader: string;
  /** Undefined to import the module only, without a reply. */
  readonly incoming?: Pick<Incoming, 'files' | 'claims'> | undefined;
}

export interface ThreadOptions {
  /** The folder of Node's compile cache; undefined if there is none. */
  readonly compileCache: string | undefined;
}

/** Sent when the reader is loaded and starts to read the file. */
export interface Begun {
  /** The system's id of the thread; undefined if it is unknown. */
  readonly systemId: number | undefined;
}

/** Sent for `Incoming.stored`. */
export interface Wanted {
  readonly wanted: string;
}

/** The requested file; undefined if the registry does not have it. */
export interface Found {
  readonly sha256: string;
  readonly file: LocalFile | undefined;
}

/** Errors lose their class and most of their properties between threads, so the relevant ones are sent separately. */
export type Reply = { readonly release: Release } | { readonly unacceptable: string } | { readonly failure: Failure };

export interface Failure {
  readonly message: string;
  readonly stack?: string | undefined;
  /** The code of a system error, such as EIO. */
  readonly code?: unknown;
  readonly syscall?: unknown;
}

// Set by the code that starts the thread.
const { compileCache } = workerData as ThreadOptions;
if (compileCache !== undefined) module.enableCompileCache(compileCache);
parentPort?.on('message', (message: Task | Found) => {
  if ('sha256' in message) return settle(message);
  const { reader, incoming } = message;
  void (incoming ? reply(reader, { ...incoming, stored }) : load(reader));
});

const wanted = new Map<string, PromiseWithResolvers<LocalFile | undefined>>();

function stored(sha256: string): Promise<LocalFile | undefined> {
  const found = wanted.get(sha256) ?? Promise.withResolvers();
  if (!wanted.has(sha256)) parentPort?.postMessage({ wanted: sha256 } satisfies Wanted);
  wanted.set(sha256, found);
  return found.promise;
}

function settle({ sha256, file }: Found): void {
  wanted.get(sha256)?.resolve(file);
  wanted.delete(sha256);
}

async function reply(reader: string, incoming: Incoming): Promise<void> {
  parentPort?.postMessage(await replyTo(reader, incoming));
}

async function load(reader: string): Promise<void> {
  await import(reader);
  module.flushCompileCache();
}

async function replyTo(reader: string, incoming: Incoming): Promise<Reply> {
  try {
    // The reader of an ecosystem has this form.
    const { read } = (await import(reader)) as { readonly read: Read };
    parentPort?.postMessage({ systemId: systemId() } satisfies Begun);
    return { release: await read(incoming) };
  } catch (error) {
    return error instanceof UnacceptableFile ? { unacceptable: error.message } : { failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return { message, stack, code, syscall };
}

/** On Linux, each thread has an id and a priority like a process (setpriority(2), "C library/kernel differences"). */
function systemId(): number | undefined {
  try {
    return process.platform === 'linux' ? Number(path.basename(readlinkSync('/proc/thread-self'))) : undefined;
  } catch {
    // There is no /proc.
    return undefined;
  }
}

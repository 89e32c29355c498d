/** The code of a thread that reads files: it imports the reader that a task names, and nothing else of Larder. */
import { readlinkSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { CandidateFile, Inspect, Inspection } from '../ecosystem.ts';
import { UnacceptableFile } from '../unacceptable-file.ts';

export interface Task {
  /** The URL of a module that exports `inspect`. */
  readonly reader: string;
  /** Undefined to import the module only. There is no reply then. */
  readonly file?: CandidateFile | undefined;
}

export interface ThreadOptions {
  /** Where Node keeps compiled code; undefined for nowhere. */
  readonly compileCache: string | undefined;
}

/** Sent when the reader is loaded and begins with the file. */
export interface Begun {
  /** The number that the system has for the thread; undefined if that is unknown. */
  readonly systemId: number | undefined;
}

/** Errors lose their class and most of their properties between threads, so those that count are sent by name. */
export type Reply =
  { readonly inspection: Inspection } | { readonly unacceptable: string } | { readonly failure: Failure };

export interface Failure {
  readonly message: string;
  readonly stack?: string | undefined;
  /** Of an error of the system, such as EIO. */
  readonly code?: unknown;
  readonly syscall?: unknown;
}

// Given by the code that starts the thread.
const { compileCache } = workerData as ThreadOptions;
if (compileCache !== undefined) module.enableCompileCache(compileCache);
parentPort?.on('message', ({ reader, file }: Task) => void (file ? reply(reader, file) : load(reader)));

async function reply(reader: string, file: CandidateFile): Promise<void> {
  parentPort?.postMessage(await replyTo(reader, file));
}

async function load(reader: string): Promise<void> {
  await import(reader);
  module.flushCompileCache();
}

async function replyTo(reader: string, file: CandidateFile): Promise<Reply> {
  try {
    // An ecosystem names a module of this form.
    const { inspect } = (await import(reader)) as { readonly inspect: Inspect };
    parentPort?.postMessage({ systemId: systemId() } satisfies Begun);
    return { inspection: await inspect(file) };
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

/** On Linux, each thread has a number like a process, and its own priority (setpriority(2), "C library/kernel differences"). */
function systemId(): number | undefined {
  try {
    return process.platform === 'linux' ? Number(path.basename(readlinkSync('/proc/thread-self'))) : undefined;
  } catch {
    // Without /proc.
    return undefined;
  }
}

/** Hashes large files in another thread, which all files share. */
import { Worker } from 'node:worker_threads';
import type { HashReply, HashTask } from './hash-thread.ts';

/** The hashing of one file in the other thread. */
export interface HashBeside {
  /** Takes the next chunks with their memory. Resolves when the thread has room for more. Rejects if it has ended. */
  push(chunks: readonly Uint8Array[]): Promise<void>;
  /** Returns the digests in hexadecimal digits, by algorithm. */
  end(): Promise<ReadonlyMap<string, string>>;
  /** Ends the hashing, also after a failure. Never throws. */
  close(): void;
}

/** In bytes: the maximum that waits for the thread, for each file. */
const MOST_WAITING = 4 * 1024 * 1024;

/** In milliseconds. Starting a thread costs as much processor time as several publications. */
const IDLE = 60_000;

interface File {
  waiting: number;
  /** Resolved with each reply. */
  next: PromiseWithResolvers<ReadonlyMap<string, string> | undefined>;
}

interface Thread {
  readonly worker: Worker;
  readonly files: Map<number, File>;
  readonly idle: NodeJS.Timeout;
}

let thread: Thread | undefined;
let lastFile = 0;

export function hashBeside(algorithms: readonly string[]): HashBeside {
  const { worker, files, idle } = thread ?? startThread();
  const number = (lastFile += 1);
  const file: File = { waiting: 0, next: newReply() };
  files.set(number, file);
  worker.ref();
  worker.postMessage({ file: number, algorithms } satisfies HashTask);
  let hasEnded = false;
  const sendEnd = (): void => {
    if (!hasEnded) worker.postMessage({ file: number } satisfies HashTask);
    hasEnded = true;
  };
  return {
    push: async (chunks) => {
      const own = chunks.map(ownMemory);
      file.waiting += own.reduce((sum, chunk) => sum + chunk.byteLength, 0);
      const memory = own.map(({ buffer }) => buffer);
      worker.postMessage({ file: number, chunks: own } satisfies HashTask, memory);
      while (file.waiting > MOST_WAITING) await file.next.promise;
    },
    end: async () => {
      sendEnd();
      for (;;) {
        const digests = await file.next.promise;
        if (digests) return digests;
      }
    },
    close: () => {
      sendEnd();
      files.delete(number);
      if (files.size === 0) worker.unref();
      idle.refresh();
    },
  };
}

/** Returns the chunk if it is all of its buffer, and otherwise a copy: a buffer is transferred as a whole. */
function ownMemory(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = chunk;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isWhole ? new Uint8Array(buffer) : Uint8Array.from(chunk);
}

function startThread(): Thread {
  const worker = new Worker(new URL('hash-thread.ts', import.meta.url), { name: 'hash', execArgv: [] });
  const files = new Map<number, File>();
  const stop = (): void => {
    if (files.size > 0) return;
    if (thread === started) thread = undefined;
    void worker.terminate();
  };
  const started: Thread = { worker, files, idle: setTimeout(stop, IDLE).unref() };
  const fail = (error: Error): void => {
    if (thread === started) thread = undefined;
    for (const file of files.values()) file.next.reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`The thread that hashes files ended with the code ${code}.`)));
  worker.on('message', ({ file: number, hashed = 0, digests }: HashReply) => {
    const file = files.get(number);
    if (!file) return;
    file.waiting -= hashed;
    const { resolve } = file.next;
    file.next = newReply();
    resolve(digests);
  });
  thread = started;
  return started;
}

function newReply(): File['next'] {
  const reply = Promise.withResolvers<ReadonlyMap<string, string> | undefined>();
  // It may fail while no request waits for it.
  reply.promise.catch(() => undefined);
  return reply;
}

/** A thread that reads files with the code of ecosystems. Whatever becomes of it, the process goes on. */
import module from 'node:module';
import { setPriority } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CandidateFile, Inspection } from '../ecosystem.ts';
import { UnacceptableFile } from '../unacceptable-file.ts';
import type { Begun, Reply, Task, ThreadOptions } from './thread.ts';

export interface ReaderThread {
  /**
   * Returns what the `inspect` of the module `reader` returns; one file at a time. `begin` is called when the module is
   * loaded, which takes longer than reading most files. Throws `UnacceptableFile` if it does,
   * or if it needs too much memory; other errors of the reader; and an `Error` if the thread ends before.
   */
  read(reader: URL, file: CandidateFile, begin: () => void): Promise<Inspection>;
  /** Imports the module, so that the first file need not wait for that. */
  load(reader: URL): void;
  /** Lets requests come first when the cores are busy. It cannot be undone, so the thread must not read another file. */
  lowerPriority(): void;
  /** Ends it, whatever it does at that moment. */
  end(): void;
  /** Whether it can read another file. */
  isUsable(): boolean;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

const MIB = 1024 * 1024;

/** Of V8's heap and beside it, in bytes. A wheel with the most entries, 200,000, takes 300 MB. */
const MOST_MEMORY = 512 * MIB;

/** In milliseconds, between two looks at the memory in use. */
const LOOK = 50;

/**
 * V8 ends the whole process if a single allocation exceeds its own limit, so that limit is far above ours, which is the
 * one that readers reach.
 */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 2 };

/** Of 19 steps down. */
const LOW_PRIORITY = 10;

export function startReaderThread(): ReaderThread {
  const worker = new Worker(new URL('thread.ts', import.meta.url), {
    name: 'reader',
    resourceLimits: RESOURCE_LIMITS,
    workerData: { compileCache: compileCache() } satisfies ThreadOptions,
  });
  let usable = true;
  let systemId: number | undefined;
  let onBegin = (): void => undefined;
  let current: PromiseWithResolvers<Inspection> | undefined;
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      usable = false;
      current?.reject(new Error(`The thread that reads a file ended with the code ${code}.`));
      resolve();
    });
  });
  worker.on('error', (error) => {
    usable = false;
    current?.reject(isOutOfMemory(error) ? tooMuchMemory() : error);
  });
  worker.on('message', (message: Begun | Reply) => {
    if ('systemId' in message) {
      ({ systemId } = message);
      onBegin();
    } else {
      settle(current, message);
    }
  });
  const end = (): void => {
    usable = false;
    void worker.terminate();
  };
  let looking = false;
  const look = async (): Promise<void> => {
    // While it works outside of JavaScript, a thread cannot respond.
    if (looking) return;
    looking = true;
    const memory = await memoryOf(worker);
    looking = false;
    if (memory <= MOST_MEMORY) return;
    current?.reject(tooMuchMemory());
    end();
  };
  worker.unref();
  return {
    read: async (reader, file, begin) => {
      onBegin = begin;
      const timer = setInterval(() => void look(), LOOK);
      worker.ref();
      try {
        current = Promise.withResolvers();
        worker.postMessage({ reader: reader.href, file } satisfies Task);
        return await current.promise;
      } finally {
        current = undefined;
        worker.unref();
        clearInterval(timer);
      }
    },
    load: (reader) => worker.postMessage({ reader: reader.href } satisfies Task),
    lowerPriority: () => {
      usable = false;
      lowerPriority(systemId);
    },
    end,
    isUsable: () => usable,
    ended,
  };
}

/** The folder that this process was given: Node adds one below it for its own version. */
function compileCache(): string | undefined {
  const folder = module.getCompileCacheDir();
  return folder && path.dirname(folder);
}

function lowerPriority(systemId: number | undefined): void {
  if (systemId === undefined) return;
  try {
    setPriority(systemId, LOW_PRIORITY);
  } catch {
    // It has ended, or the system does not allow it.
  }
}

/** In bytes, of its heap and beside it; 0 if it has ended. */
async function memoryOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: beside } = await worker.getHeapStatistics();
    return heap + beside;
  } catch {
    return 0;
  }
}

function settle(current: PromiseWithResolvers<Inspection> | undefined, reply: Reply): void {
  if ('inspection' in reply) current?.resolve(reply.inspection);
  else if ('unacceptable' in reply) current?.reject(new UnacceptableFile(reply.unacceptable));
  else current?.reject(Object.assign(new Error(reply.failure.message), reply.failure));
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuchMemory(): UnacceptableFile {
  return new UnacceptableFile(
    `The file could not be read: that takes more than the ${MOST_MEMORY / MIB} MiB of memory allowed.`,
  );
}

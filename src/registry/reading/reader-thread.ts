/** A thread that runs the readers of ecosystems. If it crashes, the process continues. */
import module from 'node:module';
import { setPriority } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Incoming, Release } from '../ecosystem.ts';
import { UnacceptableFile } from '../unacceptable-file.ts';
import type { Begun, Found, Reply, Task, ThreadOptions, Wanted } from './thread.ts';

export interface ReaderThread {
  /**
   * Runs `read` of the module `reader`, for one release at a time. `begin` is called when the module is loaded, which
   * takes longer than reading most files. Throws `UnacceptableFile` if the reader does or if it needs too much memory,
   * other errors of the reader, and an `Error` if the thread ends early.
   */
  read(reader: URL, incoming: Incoming, begin: () => void): Promise<Release>;
  /** Imports the module, so that the first file does not wait for it. */
  load(reader: URL): void;
  /** Gives requests precedence on busy cores. This cannot be undone, so the thread must not read another file. */
  lowerPriority(): void;
  /** Ends the thread immediately. */
  end(): void;
  /** Returns whether the thread can read another file. */
  isUsable(): boolean;
  /** Resolves when the thread has ended, for any reason. */
  readonly ended: Promise<void>;
}

const MIB = 1024 * 1024;

/** In bytes, inside and outside of V8's heap. A wheel with 200,000 entries, the maximum, takes 300 MB. */
const MOST_MEMORY = 512 * MIB;

/** In milliseconds, between two checks of the memory in use. */
const LOOK = 50;

/**
 * V8 ends the whole process if a single allocation exceeds its own limit, so that limit is far above this module's
 * limit.
 */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 2 };

/** The nice value, out of 19. */
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
  let stored: Incoming['stored'] = () => Promise.resolve(undefined);
  let current: PromiseWithResolvers<Release> | undefined;
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
  worker.on('message', (message: Begun | Wanted | Reply) => {
    if ('wanted' in message) {
      void find(message.wanted);
    } else if ('systemId' in message) {
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
  /** A failure to find stored bytes fails the reading. */
  const find = async (sha256: string): Promise<void> => {
    try {
      worker.postMessage({ sha256, file: await stored(sha256) } satisfies Found);
    } catch (error) {
      current?.reject(error);
      end();
    }
  };
  let looking = false;
  const look = async (): Promise<void> => {
    // A thread that runs native code cannot respond.
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
    read: async (reader, incoming, begin) => {
      onBegin = begin;
      ({ stored } = incoming);
      const timer = setInterval(() => void look(), LOOK);
      worker.ref();
      try {
        current = Promise.withResolvers();
        const { files, claims } = incoming;
        worker.postMessage({ reader: reader.href, incoming: { files, claims } } satisfies Task);
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

/** The compile cache of this process, without the subfolder that Node adds for its version. */
function compileCache(): string | undefined {
  const folder = module.getCompileCacheDir();
  return folder && path.dirname(folder);
}

function lowerPriority(systemId: number | undefined): void {
  if (systemId === undefined) return;
  try {
    setPriority(systemId, LOW_PRIORITY);
  } catch {
    // The thread has ended, or the system does not allow it.
  }
}

/** In bytes, inside and outside of the heap; 0 if the thread has ended. */
async function memoryOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: beside } = await worker.getHeapStatistics();
    return heap + beside;
  } catch {
    return 0;
  }
}

function settle(current: PromiseWithResolvers<Release> | undefined, reply: Reply): void {
  if ('release' in reply) current?.resolve(reply.release);
  else if ('unacceptable' in reply) current?.reject(new UnacceptableFile(reply.unacceptable));
  else current?.reject(Object.assign(new Error(reply.failure.message), reply.failure));
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuchMemory(): UnacceptableFile {
  return new UnacceptableFile(
    `The file could not be read: that takes more than the allowed ${MOST_MEMORY / MIB} MiB of memory. Publish a smaller file.`,
  );
}

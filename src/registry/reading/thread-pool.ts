/**
 * Shares a few threads among many files. The time that a file takes is unknown in advance, so each starts in the quick
 * lane. If it takes longer than a time slice, it continues in the slow lane, or restarts there later if that lane is
 * full. So any number of slow files delays each of the others by a few slices only.
 */
import { availableParallelism } from 'node:os';
import type { Incoming, Release } from '../ecosystem.ts';
import { startReaderThread, type ReaderThread } from './reader-thread.ts';

export interface Reading {
  readonly result: Promise<Release>;
  /** In milliseconds: how long the file has had its thread; 0 while it waits for one. */
  runningFor(): number;
  /** Rejects with `reason`, and ends the thread that is reading the file. */
  stop(reason: Error): void;
}

/** The maximum number of waiting files, in both lanes together. */
const MOST_WAITING = 256;

/** In milliseconds: how long an idle thread is kept. */
const IDLE = 60_000;

type Lane = 'quick' | 'slow';

/**
 * The maximum number of threads per lane. The quick lane leaves a core for requests; each thread takes about 30 MiB.
 */
const THREADS: Readonly<Record<Lane, number>> = {
  quick: Math.min(Math.max(availableParallelism() - 1, 1), 8),
  slow: Math.min(Math.max(availableParallelism(), 2), 8),
};

interface Job {
  readonly reader: URL;
  readonly incoming: Incoming;
  readonly slice: number;
  readonly result: PromiseWithResolvers<Release>;
  startedAt?: number | undefined;
  thread?: ReaderThread | undefined;
  stopped: boolean;
}

const waiting: Readonly<Record<Lane, Set<Job>>> = { quick: new Set(), slow: new Set() };
const running: Record<Lane, number> = { quick: 0, slow: 0 };
const idle = new Map<ReaderThread, NodeJS.Timeout>();

/**
 * Starts to read a file, when a thread is free. `slice` is the time limit of the quick lane, in milliseconds. Returns
 * undefined if too many files are waiting.
 */
export function startReading(reader: URL, incoming: Incoming, slice: number): Reading | undefined {
  if (waiting.quick.size + waiting.slow.size >= MOST_WAITING) return undefined;
  const job: Job = { reader, incoming, slice, result: Promise.withResolvers(), stopped: false };
  waiting.quick.add(job);
  advance();
  return {
    result: job.result.promise,
    runningFor: () => (job.startedAt === undefined ? 0 : performance.now() - job.startedAt),
    stop: (reason) => {
      job.stopped = true;
      job.result.reject(reason);
      for (const lane of Object.values(waiting)) lane.delete(job);
      job.thread?.end();
    },
  };
}

/** Starts a thread for the next file if there is none. */
export function prepareThread(readers: readonly URL[]): void {
  if (idle.size + running.quick + running.slow > 0) return;
  const thread = takeThread();
  for (const reader of readers) thread.load(reader);
  keepThread(thread);
}

/** Returns the number of threads that are reading a file or ending. */
export function threadsAtWork(): number {
  return running.quick + running.slow;
}

function advance(): void {
  for (const lane of ['quick', 'slow'] as const) {
    for (const job of waiting[lane]) {
      if (running[lane] === THREADS[lane]) break;
      waiting[lane].delete(job);
      void run(job, lane);
    }
  }
}

/** Never rejects. */
async function run(job: Job, first: Lane): Promise<void> {
  let lane = first;
  let again = false;
  const thread = startOrReject(job);
  if (thread === undefined) return;
  running[lane] += 1;
  job.thread = thread;
  job.startedAt = performance.now();
  let slice: NodeJS.Timeout | undefined;
  const outlast = (): void => {
    again = lane === 'quick' && running.slow === THREADS.slow;
    if (again) return thread.end();
    thread.lowerPriority();
    if (lane === 'quick') lane = moveToSlow();
  };
  const begin = (): void => {
    slice = setTimeout(outlast, job.slice);
  };
  try {
    job.result.resolve(await thread.read(job.reader, job.incoming, begin));
  } catch (error) {
    if (again && !job.stopped) waiting.slow.add(job);
    else job.result.reject(error);
  }
  clearTimeout(slice);
  job.thread = undefined;
  job.startedAt = undefined;
  // A thread counts until it has ended.
  if (thread.isUsable()) {
    keepThread(thread);
  } else {
    thread.end();
    await thread.ended;
  }
  running[lane] -= 1;
  advance();
}

/** Rejects the job and returns undefined if the system cannot start a thread. */
function startOrReject(job: Job): ReaderThread | undefined {
  try {
    return takeThread();
  } catch (error) {
    job.result.reject(error);
    return undefined;
  }
}

function moveToSlow(): Lane {
  running.quick -= 1;
  running.slow += 1;
  advance();
  return 'slow';
}

function takeThread(): ReaderThread {
  const kept = [...idle.keys()].findLast((thread) => thread.isUsable());
  if (kept !== undefined) {
    clearTimeout(idle.get(kept));
    idle.delete(kept);
    return kept;
  }
  const started = startReaderThread();
  void forgetEnded(started);
  return started;
}

function keepThread(thread: ReaderThread): void {
  const timer = setTimeout(() => {
    // Keep one thread for the next file.
    if (idle.size > 1) thread.end();
    else timer.refresh();
  }, IDLE);
  timer.unref();
  idle.set(thread, timer);
}

async function forgetEnded(thread: ReaderThread): Promise<void> {
  await thread.ended;
  clearTimeout(idle.get(thread));
  idle.delete(thread);
}

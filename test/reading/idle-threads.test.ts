/** Threads without work end after a minute, also while others go on working. */
import { readFile, readdir } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Incoming } from '../../src/registry/ecosystem.ts';
import { ecosystems } from '../../src/server/ecosystems.ts';
import type { Reading } from '../../src/registry/reading/thread-pool.ts';
import { withIncoming } from '../fixtures/local-file.ts';
import { eventually } from '../fixtures/eventually.ts';

const MINUTE = 60_000;

// With this many cores, there are two threads for files that are read quickly.
vi.spyOn(os, 'availableParallelism').mockReturnValue(3);
syncBuiltinESMExports();

/** A pool of its own: that of the process may have threads of other tests. */
const copy = new URL('../../src/registry/reading/thread-pool.ts?idle', import.meta.url).href;
const { startReading } = (await import(copy)) as typeof import('../../src/registry/reading/thread-pool.ts');
vi.restoreAllMocks();
syncBuiltinESMExports();

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

function start(incoming: Incoming): Reading {
  const reading = startReading(ecosystems.files.reader, incoming, 1e9);
  if (reading === undefined) throw new Error('Too many files are waiting.');
  return reading;
}

async function expectThreads(most: number): Promise<void> {
  vi.useRealTimers();
  await eventually(async () => expect(await readerThreads()).toBeLessThanOrEqual(most));
}

/** By the names that the system has for threads. */
async function readerThreads(): Promise<number> {
  const tasks = '/proc/self/task';
  const names = (await readdir(tasks)).map((task) => readFile(path.join(tasks, task, 'comm'), 'utf8').catch(() => ''));
  return (await Promise.all(names)).filter((name) => name.trim() === 'reader').length;
}

test.skipIf(process.platform !== 'linux')('work goes to the thread that was used last, so that others end', () =>
  withIncoming(
    Buffer.from('x'),
    async (file) => {
      const others = await readerThreads();
      await Promise.all([start(file).result, start(file).result]);
      expect(await readerThreads()).toBe(others + 2);
      for (let time = 0; time < MINUTE; time += 10_000) {
        vi.advanceTimersByTime(10_000);
        await start(file).result;
      }
      await expectThreads(others + 1);
    },
    'app-1.0.0.txt',
  ),
);

test.skipIf(process.platform !== 'linux')(
  'a thread ends whose time was up while it was the only one without work',
  () =>
    withIncoming(
      Buffer.from('x'),
      async (file) => {
        await Promise.all([start(file).result, start(file).result]);
        const both = await readerThreads();
        const { result } = start(file);
        vi.advanceTimersByTime(MINUTE);
        await result;
        vi.advanceTimersByTime(MINUTE - 1);
        await start(file).result;
        vi.advanceTimersByTime(1);
        await expectThreads(both - 1);
      },
      'app-1.0.0.txt',
    ),
);

import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPace } from '../../src/contract/bodies/pace.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Returns how often a body is found too slow in ten times the patience, while so much of it comes each millisecond. */
function timesTooSlow(
  state: { complete: boolean; readableLength: number },
  bytesPerMillisecond: number,
  longest = 10_000,
): number {
  const socket = { bytesRead: 0 };
  const tooSlow = vi.fn();
  // What the watch looks at; a real request cannot be made to wait for a disk.
  const stop = watchPace(
    { ...state, socket } as unknown as IncomingMessage,
    { bytesPerSecond: 1000, patience: 300, longest },
    tooSlow,
  );
  for (let milliseconds = 0; milliseconds < 3000; milliseconds += 1) {
    socket.bytesRead += bytesPerMillisecond;
    vi.advanceTimersByTime(1);
  }
  stop();
  return tooSlow.mock.calls.length;
}

test.each([
  ['one that has stopped', { complete: false, readableLength: 0 }, 0, 1],
  ['one that falls behind', { complete: false, readableLength: 0 }, 0.9, 1],
  ['one that keeps the pace', { complete: false, readableLength: 0 }, 1, 0],
  ['one that waits in the buffer, for a slow disk', { complete: false, readableLength: 1 }, 0, 0],
  ['one that is whole, while a slow disk takes it', { complete: true, readableLength: 0 }, 0, 0],
])('A body that is too slow is rejected once: %s', (_, state, bytesPerMillisecond, times) => {
  expect(timesTooSlow(state, bytesPerMillisecond)).toBe(times);
});

test.each([
  ['once if it is not complete by then, however fast it comes', { complete: false, readableLength: 0 }, 1],
  ['once if it is not complete by then, though a slow disk takes it', { complete: false, readableLength: 1 }, 1],
  ['never if it is complete', { complete: true, readableLength: 0 }, 0],
])('A body is rejected after the longest time %s', (_, state, times) => {
  expect(timesTooSlow(state, 1, 2000)).toBe(times);
});

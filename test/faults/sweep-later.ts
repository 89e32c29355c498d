import { vi } from 'vitest';
import type { TestServer } from '../fixtures/server.ts';

/** Sweeps like the server itself, at a time when no request can still use the staged bytes. */
export async function sweepLater({ larder }: TestServer): Promise<void> {
  // The clock of a quiet server stands still, so its time may be long past when its test is slow.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 60 * 60 * 1000 });
  try {
    await larder.blobs.sweep((location) => larder.catalog.blobs.isAdopted(location));
  } finally {
    vi.useRealTimers();
  }
}

import { vi } from 'vitest';
import type { TestServer } from '../fixtures/server.ts';

/** Sweeps as the server does by itself once nobody can be at work any more on what is staged. */
export async function sweepLater({ larder }: TestServer): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60 * 1000 });
  try {
    await larder.blobs.sweep((location) => larder.catalog.blobs.isAdopted(location));
  } finally {
    vi.useRealTimers();
  }
}

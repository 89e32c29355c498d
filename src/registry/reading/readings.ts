/** Reads published files in separate threads with a deadline, so that no file can stop the server. */
import { UnacceptableFile } from '../unacceptable-file.ts';
import { Failure } from '../../model/failure.ts';
import type { Larder } from '../larder.ts';
import { prepareThread, startReading, type Reading } from './thread-pool.ts';

export interface Readings {
  readonly read: Larder['read'];
  /** Starts a thread, so that the first file does not wait for it. */
  prepare(ecosystems: Larder['ecosystems']): void;
  /** Rejects the running readings with `unavailable`. */
  stop(): void;
}

/**
 * `timeout` is in milliseconds, and includes waiting for a thread. All servers of a process share its threads.
 */
export function createReadings(timeout: number): Readings {
  const underWay = new Set<Reading>();
  return {
    read: async ({ reader }, incoming) => {
      const reading = startReading(reader, incoming, timeout / SLICES);
      if (reading === undefined) throw busy();
      underWay.add(reading);
      const deadline = setTimeout(() => reading.stop(reasonOf(reading, timeout)), timeout);
      try {
        return await reading.result;
      } finally {
        clearTimeout(deadline);
        underWay.delete(reading);
      }
    },
    prepare: (ecosystems) => prepareThread(Object.values(ecosystems).map(({ reader }) => reader)),
    stop: () => {
      for (const reading of underWay) {
        reading.stop(new Failure('unavailable', 'The server is stopping. Try again in a moment.'));
      }
    },
  };
}

/** The number of slices in a timeout. Almost all packages need a thousandth of the timeout. */
const SLICES = 60;

/** The file is the cause only if it had a thread for most of the time. */
function reasonOf(reading: Reading, timeout: number): Error {
  if (reading.runningFor() < timeout / 2) return busy();
  return new UnacceptableFile(
    `The file could not be read within ${timeout / 1000} s. Check that it is not damaged, or ask the operator to raise LARDER_INSPECT_TIMEOUT_MS.`,
  );
}

function busy(): Failure {
  return new Failure('unavailable', 'The server is busy reading other files. Try again in a moment.');
}

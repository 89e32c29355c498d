/** Reads published files in threads of their own, within a deadline: no file, whatever is in it, stops the server. */
import { UnacceptableFile } from '../unacceptable-file.ts';
import { RegistryError } from '../../model/failure.ts';
import type { Larder } from '../larder.ts';
import { prepareThread, startReading, type Reading } from './thread-pool.ts';

export interface Readings {
  readonly read: Larder['read'];
  /** Has a thread ready, so that the first file need not wait for its start. */
  prepare(ecosystems: Larder['ecosystems']): void;
  /** Ends those that run, with 503. */
  stop(): void;
}

/** `timeout` is in milliseconds, from the request for a reading to its end. All servers of a process share its threads. */
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
        reading.stop(new RegistryError('unavailable', 'The server is about to stop. Try again in a moment.'));
      }
    },
  };
}

/** In a timeout. Almost all packages need a thousandth of it. */
const SLICES = 60;

/** The file is the reason only if it had a thread for most of the time. */
function reasonOf(reading: Reading, timeout: number): Error {
  if (reading.runningFor() < timeout / 2) return busy();
  return new UnacceptableFile(
    `The file could not be read within ${timeout / 1000} s. Check that it is not damaged, or have LARDER_INSPECT_TIMEOUT_MS raised.`,
  );
}

function busy(): RegistryError {
  return new RegistryError('unavailable', 'The server is busy with reading other files. Try again in a moment.');
}

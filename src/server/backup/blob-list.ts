/** The list of the blobs of a backup. It is streamed in order, never held in memory. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface ListedBlob {
  readonly location: string;
  /** In bytes. */
  readonly size: number;
}

/** Writes a new list, in the order of `blobs`. Resolves when it is synced to disk. */
export async function writeBlobList(
  file: string,
  blobs: AsyncIterable<ListedBlob>,
): Promise<{ readonly count: number; readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let [count, bytes] = [0, 0];
  const lines = async function* () {
    for await (const { location, size } of blobs) {
      const line = `${location} ${size}\n`;
      hash.update(line);
      count += 1;
      bytes += size;
      yield line;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  return { count, bytes, sha256: hash.digest('hex') };
}

/** Throws if a line is malformed. */
export async function* readBlobList(file: string): AsyncGenerator<ListedBlob> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const [, location, size] = /^([0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}\.[0-9a-f]{32}) (\d{1,16})$/.exec(line) ?? [];
    if (location === undefined) throw new Error(`${file} has a malformed line: ${JSON.stringify(line)}.`);
    yield { location, size: Number(size) };
  }
}

/** A thread that hashes the chunks of large files, beside the thread that receives them. */
import { createHash, type Hash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { releaseMemory } from '../../model/release-memory.ts';

/** A file is known by its number. The last task of each has neither chunks nor algorithms. */
export interface HashTask {
  readonly file: number;
  /** In the first task of a file. */
  readonly algorithms?: readonly string[];
  readonly chunks?: readonly Uint8Array[];
}

export interface HashReply {
  readonly file: number;
  /** The number of bytes that were hashed. */
  readonly hashed?: number;
  /** In hexadecimal digits, by algorithm. */
  readonly digests?: ReadonlyMap<string, string>;
}

const files = new Map<number, ReadonlyMap<string, Hash>>();

parentPort?.on('message', ({ file, algorithms, chunks }: HashTask) => {
  if (algorithms) files.set(file, new Map(algorithms.map((name) => [name, createHash(name)])));
  const hashes = files.get(file) ?? new Map<string, Hash>();
  if (chunks) {
    for (const chunk of chunks) for (const hash of hashes.values()) hash.update(chunk);
    reply({ file, hashed: chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0) });
    for (const chunk of chunks) releaseMemory(chunk);
  } else if (!algorithms) {
    files.delete(file);
    reply({ file, digests: new Map([...hashes].map(([name, hash]) => [name, hash.digest('hex')])) });
  }
});

function reply(message: HashReply): void {
  parentPort?.postMessage(message);
}

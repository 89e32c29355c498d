/**
 * A bare program that writes the body of a request to a file as safely as Larder: it computes the digests while
 * writing, syncs the file, renames it and syncs its folder. Arguments: the folder, the digests.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listen } from './listen.ts';

const [, , folder = '', algorithms = ''] = process.argv;

listen((request, response) => {
  void receive(request).then((digests) => response.end(JSON.stringify({ digests })));
});

async function receive(request: IncomingMessage): Promise<readonly string[]> {
  const hashes = algorithms.split(',').map((name) => createHash(name));
  const unfinished = path.join(folder, `${process.hrtime.bigint()}.part`);
  await pipeline(
    request,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        for (const hash of hashes) hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(unfinished, { highWaterMark: 1024 * 1024, flush: true }),
  );
  const digests = hashes.map((hash) => hash.digest('hex'));
  await rename(unfinished, path.join(folder, digests[0] ?? ''));
  await using handle = await open(folder);
  await handle.sync();
  return digests;
}

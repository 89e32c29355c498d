/**
 * A bare program that takes the body of a request to disk as safely as it can be done: hashed on the way, synced,
 * renamed into place, its folder synced. Arguments: the folder, the digests.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listen } from './listen.ts';

const [, , folder = '', algorithms = ''] = process.argv;

listen((request, response) => void reply(request, response));

async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const digests = await receive(request);
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ digests }));
}

async function receive(request: IncomingMessage): Promise<Record<string, string>> {
  const hashes = algorithms.split(',').map((name) => [name, createHash(name)] as const);
  const unfinished = path.join(folder, `${process.hrtime.bigint()}.part`);
  await pipeline(
    request,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        for (const [, hash] of hashes) hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(unfinished, { highWaterMark: 1024 * 1024, flush: true }),
  );
  const digests = Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')]));
  await rename(unfinished, path.join(folder, digests['sha256'] ?? ''));
  await using handle = await open(folder);
  await handle.sync();
  return digests;
}

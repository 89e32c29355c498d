/** A large tarball, which arrives as base64 in JSON and is never in the memory of the server as a whole. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { memoryGrowth } from '../../fixtures/process-memory.ts';
import { startServerProcess } from '../../fixtures/server-process.ts';
import { testToken } from '../../fixtures/server.ts';
import { makeTemporaryFolder } from '../../storage/temporary-folder.ts';

const mebibyte = 1024 ** 2;
const size = 100 * mebibyte;
const packageJson = JSON.stringify({ name: 'large', version: '1.0.0' });
const credentials = { Authorization: `Bearer ${testToken}` };

/** Writes a tarball with a file that cannot be compressed. */
async function writeTarball(file: string): Promise<void> {
  const archive = pack();
  const chunk = randomBytes(mebibyte);
  const fill = async (): Promise<void> => {
    archive.entry({ name: 'package/package.json' }, packageJson);
    const entry = archive.entry({ name: 'package/data.bin', size }, () => undefined);
    for (let written = 0; written < size; written += chunk.length) if (!entry.write(chunk)) await once(entry, 'drain');
    entry.end(Buffer.alloc(0));
    archive.finalize();
  };
  await Promise.all([fill(), pipeline(archive, createGzip({ level: 0 }), createWriteStream(file))]);
}

async function digestsOf(content: AsyncIterable<Uint8Array>): Promise<{ sha1: string; sha512: string }> {
  const [sha1, sha512] = [createHash('sha1'), createHash('sha512')];
  for await (const chunk of content) {
    sha1.update(chunk);
    sha512.update(chunk);
  }
  return { sha1: sha1.digest('hex'), sha512: sha512.digest('base64') };
}

/** Yields what npm sends. */
async function* publication(file: string): AsyncGenerator<string> {
  const { sha1, sha512 } = await digestsOf(createReadStream(file));
  const dist = { shasum: sha1, integrity: `sha512-${sha512}` };
  const manifest = { name: 'large', version: '1.0.0', dist };
  const head = { name: 'large', 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': manifest } };
  const { size: length } = await stat(file);
  yield `${JSON.stringify(head).slice(0, -1)},"_attachments":{"large-1.0.0.tgz":{"length":${length},"data":"`;
  // Base64 of three bytes has no padding.
  for await (const chunk of createReadStream(file, { highWaterMark: 3 * 2 ** 16 }))
    yield (chunk as Buffer).toString('base64');
  yield '"}}}';
}

async function publish(url: string, file: string): Promise<number | undefined> {
  const sending = request(url, { method: 'PUT', headers: { ...credentials, 'Content-Type': 'application/json' } });
  const replied = once(sending, 'response') as Promise<[IncomingMessage]>;
  const [[reply]] = await Promise.all([replied, pipeline(Readable.from(publication(file)), sending)]);
  await buffer(reply);
  return reply.statusCode;
}

test.skipIf(process.platform !== 'linux')(
  '100 MiB are published and downloaded with less than 100 MiB of memory',
  async () => {
    const folder = await makeTemporaryFolder();
    await using cleanup = new AsyncDisposableStack();
    cleanup.defer(() => folder.remove());
    const file = path.join(folder.path, 'large.tgz');
    await writeTarball(file);
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: testToken, LARDER_ORGANIZATION: 'acme' });
    const url = await server.ready();
    const created = await fetch(`${url}/v2/packages/organizations/acme/registries`, {
      method: 'POST',
      headers: { ...credentials, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'js', ecosystem: 'javascript' }),
    });
    expect(created.status).toBe(200);
    const grown = await memoryGrowth(server.process.pid ?? 0, async () => {
      expect(await publish(`${url}/acme/js/npm/large`, file)).toBe(201);
      const { body } = await fetch(`${url}/acme/js/npm/large/-/large-1.0.0.tgz`, { headers: credentials });
      expect(await digestsOf(body ?? Readable.from([]))).toEqual(await digestsOf(createReadStream(file)));
    });
    expect(grown / mebibyte).toBeLessThan(100);
  },
  120_000,
);

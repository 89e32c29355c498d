/** However long the base64 in a JSON body is, the server holds little of it. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { residentMemory } from '../fixtures/process-memory.ts';
import { authorization } from './bytes-shop.ts';

const mebibyte = 1024 * 1024;
/** The size of the JSON. */
const size = 160 * mebibyte;
/** In bytes of JSON: six of random data become eight characters, and two that are escaped. */
const piece = Buffer.alloc(3 * 2 ** 17, 0);
for (let at = 0; at < piece.length; at += 1) piece[at] = (at * 7919) % 253;

test.skipIf(process.platform !== 'linux')('160 MiB cost less than 40 MiB of memory', async () => {
  const script = path.join(import.meta.dirname, 'bytes-server.ts');
  const heap = ['--max-semi-space-size=8', '--heap-growing-percent=60'];
  const server = spawn(process.execPath, [...heap, script], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [url] = (await once(createInterface(server.stdout), 'line')) as [string];
    const pid = server.pid ?? 0;
    const memory = async (): Promise<number> => (await residentMemory(pid)) ?? 0;
    // Validators are compiled at the first request, and buffers are reused afterwards.
    await send(url, 8 * mebibyte, async () => undefined);
    const before = await memory();
    let most = before;
    const reply = await send(url, size, async () => {
      most = Math.max(most, await memory());
    });
    expect(reply).toMatchObject({ status: 200, body: { name: 'left-pad' } });
    expect((most - before) / mebibyte).toBeLessThan(40);
  } finally {
    server.kill('SIGKILL');
  }
});

/** Puts a package of that length. Checks that all of it arrived. `onPiece` is called after each MiB or so. */
async function send(url: string, length: number, onPiece: () => Promise<void>): Promise<object> {
  const headers = { ...authorization, 'Content-Type': 'application/json' };
  const outgoing = request(`${url}/putPackage`, { method: 'PUT', headers });
  const replied = once(outgoing, 'response');
  const characters = piece.toString('base64').replaceAll('/', String.raw`\/`);
  const digest = createHash('sha256');
  let bytes = 0;
  outgoing.write('{"name": "left-pad", "_attachments": {"a.tgz": {"data": "');
  for (let sent = 0; sent < length; sent += characters.length) {
    digest.update(piece);
    bytes += piece.length;
    if (!outgoing.write(characters)) await once(outgoing, 'drain');
    await onPiece();
  }
  outgoing.end('"}}}');
  const [response] = (await replied) as [Parameters<typeof json>[0] & { statusCode: number }];
  const { body } = (await json(response)) as { body: object };
  const data = { fileName: '', mediaType: '', size: bytes, sha256: digest.digest('hex') };
  expect(body).toMatchObject({ _attachments: { 'a.tgz': { data } } });
  return { status: response.statusCode, body };
}

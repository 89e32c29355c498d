/** Bodies that look like the ends of heads or of themselves: they arrive whole, in few pieces, and nothing behind is lost. */
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { serve } from '../../src/server/http-server.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { head, openConnection } from './raw-connection.ts';

/** A server that counts the pieces of a body, and returns both. */
async function startCounter(): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createServer();
  serve(server, { most: 100, patience: 30_000, longest: 600_000 }, (request, response) => {
    let pieces = 0;
    let size = 0;
    request.on('data', (bytes: Buffer) => {
      pieces += 1;
      size += bytes.byteLength;
    });
    request.on('end', () => response.end(JSON.stringify({ target: request.url, size, pieces })));
  });
  return listenLocally(server);
}

const mebibyte = 1024 * 1024;
const chunked = (bytes: Buffer, size: number): Buffer =>
  Buffer.concat([
    ...Array.from({ length: Math.ceil(bytes.byteLength / size) }, (_, index) => {
      const chunk = bytes.subarray(index * size, (index + 1) * size);
      return Buffer.concat([Buffer.from(`${chunk.byteLength.toString(16)};a=b\r\n`), chunk, Buffer.from('\r\n')]);
    }),
    Buffer.from('0\r\nTrailer: x\r\n\r\n'),
  ]);

describe.each([
  ['empty lines', '\r\n\r\n'],
  ['ends of chunked bodies', '\r\n0\r\n\r\n'],
  ['requests', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'],
])('a body of %s', (_, piece) => {
  const bytes = Buffer.alloc(mebibyte, piece);
  test.each([
    ['with a length', { 'Content-Length': String(mebibyte) }, bytes],
    ['in chunks', { 'Transfer-Encoding': 'chunked' }, chunked(bytes, 65_536)],
    ['in chunks of odd sizes', { 'Transfer-Encoding': 'chunked' }, chunked(bytes, 4099)],
  ])('%s', async (_, headers, body) => {
    await using counter = await startCounter();
    const whole = Buffer.concat([
      Buffer.from(head('POST /first', headers)),
      body,
      Buffer.from(head('GET /second') + head('GET /third')),
    ]);
    // Where the bytes are cut must not matter: nowhere, within the head's empty line, anywhere.
    for (const cut of [whole.byteLength, whole.indexOf('\r\n\r\n') + 3, 70_001]) {
      using connection = await openConnection(counter.url);
      await connection.sent(whole.subarray(0, cut));
      connection.send(whole.subarray(cut));
      const first = JSON.parse((await connection.reply()).text) as { target: string; size: number; pieces: number };
      expect(first).toMatchObject({ target: '/first', size: mebibyte });
      // A piece for each empty line would be some 260,000.
      expect(first.pieces).toBeLessThan(2000);
      expect((await connection.reply()).text).toContain('/second');
      expect((await connection.reply()).text).toContain('/third');
    }
  });
});

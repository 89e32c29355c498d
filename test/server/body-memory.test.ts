import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { rawBodies } from '../contract/bytes-descriptions.ts';
import { authorization, echo, openBytesShop } from '../contract/bytes-shop.ts';

const operations = Object.fromEntries(Object.keys(rawBodies.paths).map((path) => [path.slice(1), echo]));

/** Calls `read` with each buffer that a server of this process reads from a socket. Returns a function that ends it. */
function watchSockets(read: (bytes: Buffer<ArrayBuffer>) => void): () => void {
  const sockets = channel('net.server.socket');
  const onSocket = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    socket.prependListener('data', read);
  };
  sockets.subscribe(onSocket);
  return () => {
    sockets.unsubscribe(onSocket);
  };
}

test('frees what it has read of a body before the rest of it arrives', async () => {
  const size = 4 * 1024 * 1024;
  const buffers = new Set<ArrayBuffer>();
  let read = 0;
  let most = 0;
  const stop = watchSockets((bytes) => {
    buffers.add(bytes.buffer);
    read += bytes.byteLength;
    most = Math.max(
      most,
      [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0),
    );
  });
  await using shop = await openBytesShop(rawBodies, operations, { file: size });
  const reply = await fetch(`${shop.url}/putAny`, {
    method: 'PUT',
    headers: authorization,
    body: new Uint8Array(size).fill(7),
  });
  stop();
  expect([reply.status, read > size]).toEqual([200, true]);
  expect(await reply.json()).toMatchObject({ body: { size } });
  // The buffers of the head, of the end, and of a read in progress.
  expect(most).toBeLessThan(size / 8);
});

/** Bodies that are bytes, of any media type and of none. */
import { describe, expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { exchange, head, openConnection } from '../bad-input/raw-connection.ts';
import { expectProblem } from '../bad-input/problem.ts';
import { rawBodies } from './bytes-descriptions.ts';
import {
  authorization,
  describedBodies,
  echo,
  openBytesShop,
  sha256,
  type BytesShop,
  type BytesShopOptions,
} from './bytes-shop.ts';

const operations = Object.fromEntries(Object.keys(rawBodies.paths).map((path) => [path.slice(1), echo]));

const open = (options?: BytesShopOptions): Promise<BytesShop> => openBytesShop(rawBodies, operations, options);

async function put(
  { url }: BytesShop,
  operation: string,
  content: string | Uint8Array<ArrayBuffer> | undefined,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly body: unknown; readonly message?: string }> {
  // A text would get a media type.
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  const init = { method: 'PUT', headers: { ...authorization, ...headers }, ...(body && { body }) };
  const reply = await fetch(`${url}/${operation}`, init);
  return { status: reply.status, ...((await reply.json()) as { body: unknown }) };
}

const upload = (content: string | Uint8Array, mediaType: string): object => ({
  fileName: '',
  mediaType,
  size: content.length,
  sha256: sha256(content),
});

describe('A body that is bytes becomes an upload', () => {
  test.each([
    [undefined, ''],
    ['application/octet-stream', 'application/octet-stream'],
    ['Application/Vnd.OCI.Image.Manifest.v1+JSON', 'application/vnd.oci.image.manifest.v1+json'],
    ['text/plain; charset=latin1', 'text/plain'],
    ['application/json', 'application/json'],
    ['multipart/form-data; boundary=x', 'multipart/form-data'],
    ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
    ['nonsense', 'nonsense'],
  ])('of the type %s', async (type, mediaType) => {
    await using shop = await open();
    for (const operation of ['putAny', 'putReferred']) {
      const { status, body } = await put(shop, operation, '{"a\0', type === undefined ? {} : { 'Content-Type': type });
      expect({ status, body }).toEqual({ status: 200, body: upload('{"a\0', mediaType) });
    }
    expect(shop.held()).toBe(0);
  });

  test('that is empty, or absent where it is required', async () => {
    await using shop = await open();
    const none = await exchange(shop.url, head('PUT /putAny', authorization));
    expect([none.status, JSON.parse(none.text)]).toEqual([200, { body: upload('', '') }]);
    const empty = await exchange(shop.url, head('PUT /putAny', { ...authorization, 'Content-Length': '0' }));
    expect([empty.status, JSON.parse(empty.text)]).toEqual([200, { body: upload('', '') }]);
  });

  test('unless it is absent and need not be there', async () => {
    await using shop = await open();
    expect(await put(shop, 'putOptional', undefined)).toEqual({ status: 200 });
    expect(await put(shop, 'putOptional', 'x')).toMatchObject({ status: 200, body: upload('x', '') });
  });

  test('of a range of types, and of no other', async () => {
    await using shop = await open();
    const gzip = await put(shop, 'putApplication', 'x', { 'Content-Type': 'application/gzip' });
    expect(gzip).toEqual({ status: 200, body: upload('x', 'application/gzip') });
    for (const type of ['text/plain', 'application', 'application/', 'applications/x'])
      expect(await put(shop, 'putApplication', 'x', { 'Content-Type': type })).toMatchObject({
        status: 415,
        message: `The body is ${type}. Send application/*.`,
      });
    expect(await put(shop, 'putApplication', 'x')).toMatchObject({ status: 415 });
    expect(await put(shop, 'putNamed', 'x', { 'Content-Type': 'application/gzip' })).toMatchObject({ status: 415 });
  });

  test('but not where a type of its own is described', async () => {
    await using shop = await open();
    const json = { 'Content-Type': 'application/json' };
    expect(await put(shop, 'putEither', '{"name":"x"}', json)).toEqual({ status: 200, body: { name: 'x' } });
    expect(await put(shop, 'putEither', '{}', json)).toMatchObject({ status: 400, message: 'body.name: is missing' });
    for (const type of ['text/csv', 'application/json5'])
      expect(await put(shop, 'putEither', '{}', { 'Content-Type': type })).toEqual({
        status: 200,
        body: upload('{}', type),
      });
  });
});

describe('Bytes are staged as they come', () => {
  test('before the body has ended', async () => {
    await using shop = await open();
    using connection = await openConnection(shop.url);
    connection.send(head('PUT /putAny', { ...authorization, 'Content-Length': '6' }));
    connection.send('abc');
    await eventually(() => expect(shop.stages).toEqual([3]));
    connection.send('def');
    const reply = await connection.reply();
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { body: upload('abcdef', '') }]);
  });

  test('and discarded if the client leaves', async () => {
    await using shop = await open();
    using connection = await openConnection(shop.url);
    connection.send(head('PUT /putAny', { ...authorization, 'Content-Length': '6' }));
    connection.send('abc');
    await eventually(() => expect(shop.stages).toEqual([3]));
    connection.reset();
    await eventually(() => expect([shop.held(), shop.events.length]).toEqual([0, 1]));
  });

  test('until there are too many, which the client can read', async () => {
    const limit = 300_000;
    await using shop = await open({ file: limit });
    using connection = await openConnection(shop.url);
    connection.send(head('PUT /putAny', { ...authorization, 'Transfer-Encoding': 'chunked' }));
    const chunk = (length: number): Uint8Array =>
      Buffer.concat([Buffer.from(`${length.toString(16)}\r\n`), Buffer.alloc(length), Buffer.from('\r\n')]);
    connection.send(chunk(limit));
    await eventually(() => expect(shop.stages).toEqual([limit]));
    connection.send(chunk(1));
    expectProblem(await connection.reply(), 413, 'payload-too-large');
    expect(shop.held()).toBe(0);
    connection.send(chunk(limit));
    connection.send('0\r\n\r\n');
    connection.send(head('PUT /putAny', authorization));
    expect(await connection.reply()).toMatchObject({ status: 200 });
  });

  test('as many as are allowed', async () => {
    await using shop = await open({ file: 300_000 });
    expect(await put(shop, 'putAny', Buffer.alloc(300_000))).toMatchObject({ status: 200, body: { size: 300_000 } });
  });

  test('unless they stall', async () => {
    await using shop = await open({ patience: 300 });
    using connection = await openConnection(shop.url);
    connection.send(head('PUT /putAny', { ...authorization, 'Content-Length': '6' }));
    connection.send('abc');
    expectProblem(await connection.reply(), 408, 'request-timeout');
    expect(shop.held()).toBe(0);
  });

  test('unless that fails, which the client can read while it sends', async () => {
    const onPiece = (): never => {
      throw new Error('the disk is on fire');
    };
    await using shop = await open({ onPiece });
    using connection = await openConnection(shop.url);
    connection.send(head('PUT /putAny', { ...authorization, 'Content-Length': '600000' }));
    connection.send(Buffer.alloc(300_000));
    expectProblem(await connection.reply(), 500, 'internal');
    connection.send(Buffer.alloc(300_000));
    connection.send(head('GET /nothing'));
    expect(await connection.reply()).toMatchObject({ status: 404 });
    expect(shop.events[0]).toMatchObject({ error: { message: 'the disk is on fire' } });
  });
});

describe('A body that is bytes is rejected before it is sent', () => {
  test.each([
    ['without credentials', 401, 'unauthenticated', { Authorization: 'Digest x' }],
    ['without the scope', 403, 'missing-scope', { Authorization: 'Bearer look' }],
    ['over the limit', 413, 'payload-too-large', { 'Content-Length': '1048577' }],
    ['in a content encoding', 415, 'unsupported-media-type', { 'Content-Encoding': 'gzip' }],
    ['of a type that is not taken', 415, 'unsupported-media-type', { 'Content-Type': 'text/plain' }],
  ] as const)('%s', async (_, status, code, headers) => {
    await using shop = await open();
    using connection = await openConnection(shop.url);
    const sent = { 'Content-Length': '10', 'Content-Type': 'application/x', ...authorization, ...headers };
    connection.send(head('PUT /putApplication', { Expect: '100-continue', ...sent }));
    expectProblem(await connection.reply(), status, code);
    expect(shop.stages).toEqual([]);
  });

  test('and requested with a 100 if it is valid', async () => {
    await using shop = await open();
    using connection = await openConnection(shop.url);
    connection.send(head('PUT /putAny', { ...authorization, Expect: '100-continue', 'Content-Length': '3' }));
    expect(await connection.reply()).toMatchObject({ status: 100 });
    connection.send('abc');
    expect(await connection.reply()).toMatchObject({ status: 200 });
  });
});

test('A body that nothing can read stops the start', async () => {
  const odd = describedBodies({
    putText: { required: true, content: { 'text/plain': { schema: { type: 'string' } } } },
  });
  await expect(openBytesShop(odd, { putText: echo })).rejects.toThrow('putText: a body of text/plain can only be read');
});

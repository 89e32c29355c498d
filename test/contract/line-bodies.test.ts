/** Bodies of lines, each of which is JSON: each line is validated, and the bytes in it are staged. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { head, openConnection } from '../bad-input/raw-connection.ts';
import { eventually } from '../fixtures/eventually.ts';
import { lineBodies } from './bytes-descriptions.ts';
import { authorization, echo, openBytesShop, sha256, type BytesShop, type BytesShopOptions } from './bytes-shop.ts';

const operations = { putCommit: echo, putNumbers: echo };
type Content = NonNullable<RequestInit['body']>;

const open = (options?: BytesShopOptions): Promise<BytesShop> => openBytesShop(lineBodies, operations, options);

const headers = { ...authorization, 'Content-Type': 'application/x-ndjson' };

async function put({ url }: BytesShop, operation: string, body: Content, more: object = {}): Promise<object> {
  const reply = await fetch(`${url}/${operation}`, { method: 'PUT', headers: { ...headers, ...more }, body });
  return { status: reply.status, ...((await reply.json()) as object) };
}

const base64 = (content: string): string => Buffer.from(content).toString('base64');
const upload = (content: string): object => ({
  fileName: '',
  mediaType: '',
  size: content.length,
  sha256: sha256(content),
});

const header = { key: 'header', value: { summary: 'Upload ü' } };
const file = (path: string, content: unknown): object => ({
  key: 'file',
  value: { path, content, encoding: 'base64' },
});
const linesOf = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

const commit = linesOf([header, file('a.bin', base64('abc')), file('b.bin', '')]);
const received = [header, file('a.bin', upload('abc')), file('b.bin', upload(''))];

describe('Lines of JSON become a list', () => {
  test.each([
    ['with a line break at the end', commit],
    ['without one', commit.slice(0, -1)],
    ['with empty lines at the end', `${commit}\n\r\n \n`],
    ['with carriage returns', commit.replaceAll('\n', '\r\n')],
    ['after a byte order mark', `\ufeff${commit}`],
  ])('%s', async (_, text) => {
    await using shop = await open();
    expect(await put(shop, 'putCommit', text)).toEqual({ status: 200, body: received });
    expect(shop.held()).toBe(0);
  });

  test('in gzip', async () => {
    await using shop = await open();
    const body = Uint8Array.from(gzipSync(commit));
    expect(await put(shop, 'putCommit', body, { 'Content-Encoding': 'gzip' })).toEqual({ status: 200, body: received });
  });

  test('in chunks of any size, each staged as it arrives', async () => {
    await using shop = await open();
    using connection = await openConnection(shop.url);
    const bytes = Buffer.from(commit);
    connection.send(head('PUT /putCommit', { ...headers, 'Content-Length': String(bytes.length) }));
    for (const byte of bytes.subarray(0, -2)) await connection.sent(Uint8Array.of(byte));
    await eventually(() => expect(shop.stages).toEqual([3, 0]));
    connection.send(bytes.subarray(-2));
    expect(JSON.parse((await connection.reply()).text)).toEqual({ body: received });
  });
});

describe('What is wrong in a line is rejected, and nothing stays staged', () => {
  test.each([
    ['a line that is not JSON', `${commit}{"key"\n`, /^body\.3: .*JSON/],
    ['two values in a line', `1 2\n`, /^body\.0: .*JSON/],
    ['an empty line before another', `${commit}\n${JSON.stringify(header)}`, /^body\.3: is an empty line/],
    ['invalid base64', linesOf([header, file('a', 'YQ')]), /^body\.1\.value\.content: is not base64/],
    ['a name that comes twice', '{"key":"file","key":"file"}', /^body\.0\.key: was sent twice/],
    ['half a surrogate pair', `${commit}{"key":"header","value":{"summary":"\\ud800"}}`, /^body\.3\.value\.summary: /],
    ['bytes that go over the line', '{"key":"file","value":{"content":"YQ\n=="}}', /^body\.0: .*JSON/],
    ['a line that is cut', `${commit}{"key":"file","value":{"content":"YQ`, /^body\.3: .*JSON/],
    ['no lines', '\n', /^body: must have at least|^body: must not be empty/],
    ['a line of another kind', linesOf([header, { key: 'other' }]), /^body\.1/],
  ])('%s', async (_, text, message) => {
    await using shop = await open();
    const reply = await put(shop, 'putCommit', text);
    expect(reply).toMatchObject({ status: 400, message: expect.stringMatching(message) });
    expect(shop.held()).toBe(0);
  });

  test('a value out of bounds, by its line', async () => {
    await using shop = await open();
    expect(await put(shop, 'putNumbers', '1\n2\n3')).toEqual({ status: 200, body: [1, 2, 3] });
    const reply = await put(shop, 'putNumbers', '1\n10\n');
    expect(reply).toMatchObject({ status: 400, errors: [{ path: 'body.1', message: expect.stringContaining('9') }] });
  });

  test('text that is not UTF-8', async () => {
    await using shop = await open();
    const broken = Uint8Array.from(Buffer.concat([Buffer.from('1\n"'), Buffer.from([0xe2, 0x82]), Buffer.from('"')]));
    expect(await put(shop, 'putNumbers', broken)).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^body\.1: is not UTF-8/),
    });
  });
});

describe('Lines have limits', () => {
  test('of their number', async () => {
    await using shop = await open();
    expect(await put(shop, 'putNumbers', '1\n'.repeat(100))).toMatchObject({ status: 200 });
    expect(await put(shop, 'putNumbers', '1\n'.repeat(101))).toMatchObject({ status: 400 });
  });

  test('of all that is not bytes', async () => {
    await using shop = await open({ body: 1000 });
    const long = JSON.stringify({ key: 'header', value: { summary: 'x'.repeat(950) } });
    expect(await put(shop, 'putCommit', long)).toMatchObject({ status: 200 });
    expect(await put(shop, 'putCommit', `${long}\n${long}`)).toMatchObject({ status: 413 });
    expect(await put(shop, 'putCommit', `${long}${' '.repeat(1000)}`)).toMatchObject({ status: 413 });
    expect(await put(shop, 'putCommit', '\n'.repeat(2000))).toMatchObject({ status: 413 });
  });

  test('of all bytes together', async () => {
    await using shop = await open({ file: 100 });
    const half = file('a', base64('x'.repeat(50)));
    expect(await put(shop, 'putCommit', linesOf([half, half]))).toMatchObject({ status: 200 });
    expect(await put(shop, 'putCommit', linesOf([half, half, file('b', 'YQ==')]))).toMatchObject({ status: 413 });
    expect(shop.held()).toBe(0);
  });
});

/** Base64 in JSON: the strings are staged as they pass, and the operation gets uploads in their places. */
import { describe, expect, test } from 'vitest';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expectProblem } from '../bad-input/problem.ts';
import { head, openConnection } from '../bad-input/raw-connection.ts';
import { eventually } from '../fixtures/eventually.ts';
import { bytePlaces } from '../../src/contract/bodies/byte-places.ts';
import { slowInput } from '../fixtures/linear-time.ts';
import { jsonBodies } from './bytes-descriptions.ts';
import { authorization, echo, openBytesShop, sha256, type BytesShop, type BytesShopOptions } from './bytes-shop.ts';

const operations = Object.fromEntries(Object.keys(jsonBodies.paths).map((path) => [path.slice(1), echo]));
const open = (options?: BytesShopOptions): Promise<BytesShop> => openBytesShop(jsonBodies, operations, options);

interface Replied {
  readonly status: number;
  readonly body?: unknown;
  readonly message?: string;
}

async function put(
  { url }: BytesShop,
  operation: string,
  content: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Replied> {
  const sent = { 'Content-Type': 'application/json', ...authorization, ...headers };
  const reply = await fetch(`${url}/${operation}`, { method: 'PUT', headers: sent, body: content });
  return { status: reply.status, ...((await reply.json()) as object) };
}

const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64');

const upload = (content: string | Uint8Array): object => ({
  fileName: '',
  mediaType: '',
  size: content.length,
  sha256: sha256(content),
});

/** A publication as npm's client sends it: `_attachments` has base64 and text under one name. */
const publication = (attachments: object): string => JSON.stringify({ name: 'left-pad', _attachments: attachments });

describe('Strings that are bytes become uploads', () => {
  test('in a map that has text, too, by patterns', async () => {
    await using shop = await open();
    const tarball = Buffer.from([0, 255, 254, 62, 63]);
    const sent = publication({
      'left-pad-1.0.0.tgz': { content_type: 'application/octet-stream', data: base64(tarball), length: 5 },
      'left-pad-1.0.0.sigstore': { content_type: 'application/json', data: '{"not": "base64"}' },
    });
    expect(await put(shop, 'putPackage', sent)).toEqual({
      status: 200,
      body: {
        name: 'left-pad',
        _attachments: {
          'left-pad-1.0.0.tgz': { content_type: 'application/octet-stream', data: upload(tarball), length: 5 },
          'left-pad-1.0.0.sigstore': { content_type: 'application/json', data: '{"not": "base64"}' },
        },
      },
    });
    expect(shop.held()).toBe(0);
  });

  test.each([
    ['putList', [base64('a'), '', base64('b')], [upload('a'), upload(''), upload('b')]],
    ['putString', base64('whole'), upload('whole')],
    ['putTuple', ['text', base64('x')], ['text', upload('x')]],
    [
      'putTree',
      { name: 'a', below: [{ name: 'b', data: 'YQ==' }] },
      { name: 'a', below: [{ name: 'b', data: upload('a') }] },
    ],
    ['putChoice', { kind: 'text', value: 'plain' }, { kind: 'text', value: 'plain' }],
    ['putChoice', { kind: 'file', data: 'YQ==' }, { kind: 'file', data: upload('a') }],
    ['putChoice', { kind: 'file', data: null }, { kind: 'file', data: null }],
    [
      'putOthers',
      { title: 'plain', x: 'YQ==', toString: 'Yg==' },
      { title: 'plain', x: upload('a'), toString: upload('b') },
    ],
  ])('in %s, %j', async (operation, value, expected) => {
    await using shop = await open();
    expect(await put(shop, operation, JSON.stringify(value))).toEqual({ status: 200, body: expected });
    expect(await put(shop, operation, JSON.stringify(value, undefined, 2))).toEqual({ status: 200, body: expected });
  });

  test.each([
    ['escaped slashes', String.raw`{"x": "\/\/79"}`],
    ['escapes by number', String.raw`{"x": "\u002F\u002f79"}`],
    [
      'all characters as escapes',
      `{"x": "${[...'//79'].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')}"}`,
    ],
    ['capitals in escapes', String.raw`{"x": "\u002F\u002f7\u0039"}`],
    ['an escaped name', String.raw`{"\u0078": "//79"}`],
    ['a byte order mark', '\ufeff{"x": "//79"}'],
  ])('written with %s', async (_, text) => {
    await using shop = await open();
    const expected = { status: 200, body: { x: upload(Buffer.from('//79', 'base64')) } };
    expect(await put(shop, 'putOthers', text)).toEqual(expected);
  });

  test('under a name that objects inherit', async () => {
    await using shop = await open();
    const { status, body } = await put(shop, 'putOthers', '{"__proto__": "YQ==", "constructor": "Yg=="}');
    expect([status, Object.entries(body as object)]).toEqual([
      200,
      [
        ['__proto__', upload('a')],
        ['constructor', upload('b')],
      ],
    ]);
  });

  test('in chunks of any size', async () => {
    await using shop = await open();
    const text = String.raw`{"title": "pl\u0061in\\", "\u00fc": "\u0059Q==", "ü2": "Y\/\/+", "z": ["Yg=="], "y": "" } `;
    const bytes = Buffer.from(text);
    using connection = await openConnection(shop.url);
    const headers = { ...authorization, 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) };
    connection.send(head('PUT /putOthers', headers));
    for (const byte of bytes) await connection.sent(Uint8Array.of(byte));
    const { text: reply } = await connection.reply();
    expect(JSON.parse(reply)).toEqual({
      body: {
        title: 'plain\\',
        ü: upload('a'),
        ü2: upload(Buffer.from('Y//+', 'base64')),
        z: ['Yg=='],
        y: upload(''),
      },
    });
  });

  test.each([0, 1, 2, 3, 49_151, 49_152, 49_153, 200_000])('of %d bytes', async (size) => {
    await using shop = await open();
    const content = Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 7919) % 251));
    expect(await put(shop, 'putString', JSON.stringify(base64(content)))).toMatchObject({ body: upload(content) });
    const slashes = Buffer.alloc(size, 255);
    const escaped = JSON.stringify(base64(slashes)).replaceAll('/', String.raw`\/`);
    expect(await put(shop, 'putString', escaped)).toMatchObject({ body: upload(slashes) });
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('in %s', async (encoding, compress) => {
    await using shop = await open();
    const body = Uint8Array.from(compress(publication({ 'a.tgz': { data: 'YQ==' } })));
    const reply = await put(shop, 'putPackage', body, { 'Content-Encoding': encoding });
    expect(reply).toMatchObject({ status: 200, body: { _attachments: { 'a.tgz': { data: upload('a') } } } });
  });

  test('before the body has ended', async () => {
    await using shop = await open();
    using connection = await openConnection(shop.url);
    const text = publication({ 'a.tgz': { data: 'A'.repeat(200_000) } });
    const headers = { ...authorization, 'Content-Type': 'application/json', 'Content-Length': String(text.length) };
    connection.send(head('PUT /putPackage', headers));
    connection.send(text.slice(0, 150_000));
    await eventually(() => expect(shop.stages[0]).toBeGreaterThan(90_000));
    connection.reset();
    await eventually(() => expect([shop.held(), shop.events.length]).toEqual([0, 1]));
  });
});

describe('What is wrong is rejected, and nothing stays staged', () => {
  const notBase64 = /^body\.x: is not base64/;

  test.each([
    ['a character of no base64', '{"x": "YQ=!"}', notBase64],
    ['the alphabet of URLs', '{"x": "YQ-_"}', notBase64],
    ['no padding', '{"x": "YQ"}', notBase64],
    ['too much padding', '{"x": "Y==="}', notBase64],
    ['padding in the middle', '{"x": "YQ==YQ=="}', notBase64],
    ['a line break', String.raw`{"x": "YQ\n=="}`, notBase64],
    ['an escaped quote', String.raw`{"x": "YQ=\""}`, notBase64],
    ['a character that is not ASCII', '{"x": "YQ=ü"}', notBase64],
    ['an escaped character that is not ASCII', String.raw`{"x": "YQ=\u00fc"}`, notBase64],
    ['an escape of no character', String.raw`{"x": "YQ=\u00g0"}`, notBase64],
    ['a control character in an escape', '{"x": "\\u00\u00104a"}', notBase64],
    ['an escape that the end of the string cuts', String.raw`{"x": "YQ==\u00"}`, notBase64],
    ['a control character', '{"x": "YQ=\u0001"}', notBase64],
    ['a name that comes twice', '{"x": "YQ==", "x": "Yg=="}', /^body\.x: was sent twice/],
    [
      'a name that comes twice, once with escapes',
      String.raw`{"x": "YQ==", "\u0078": "Yg=="}`,
      /^body\.x: was sent twice/,
    ],
    ['a number', '{"x": 7}', /^body\.x: must be text/],
    ['invalid JSON', '{"x": "YQ==",}', /^body: .*JSON/],
    ['a body that ends in a string of bytes', '{"x": "YQ==', /^body: .*JSON/],
    ['a body that ends in an escape', '{"x": "YQ\\', /^body: .*JSON/],
    ['bytes after the value', '"YQ==" "YQ=="', /^body: .*JSON/],
    ['half a surrogate pair beside it', String.raw`{"title": "\ud800", "x": "YQ=="}`, /^body\.title: .*surrogate/],
  ])('%s', async (_, text, message) => {
    await using shop = await open();
    const reply = await put(shop, 'putOthers', text);
    expect(reply).toMatchObject({ status: 400, message: expect.stringMatching(message) });
    expect(shop.held()).toBe(0);
  });

  test('text that is not UTF-8', async () => {
    await using shop = await open();
    const broken = Uint8Array.from(Buffer.from('{"title": "\xe2\x82", "x": "YQ=="}', 'latin1'));
    expect(await put(shop, 'putOthers', broken)).toMatchObject({
      status: 400,
      message: expect.stringContaining('UTF-8'),
    });
    const latin = { 'Content-Type': 'application/json; charset="latin1"' };
    expect(await put(shop, 'putOthers', '{}', latin)).toMatchObject({ status: 415 });
    const utf8 = { 'Content-Type': 'application/json; charset="UTF-8"' };
    expect(await put(shop, 'putOthers', '{}', utf8)).toMatchObject({ status: 200 });
  });

  test('an empty body', async () => {
    await using shop = await open();
    expect(await put(shop, 'putOthers', '')).toMatchObject({ status: 400 });
  });

  test('an unknown encoding, and invalid gzip', async () => {
    await using shop = await open();
    const encoded = (encoding: string): Promise<Replied> =>
      put(shop, 'putOthers', '{}', { 'Content-Encoding': encoding });
    for (const encoding of ['zip', 'constructor', 'gzip, gzip'])
      expect(await encoded(encoding)).toMatchObject({ status: 415, message: expect.stringContaining(encoding) });
    for (const encoding of ['gzip', 'deflate', 'br']) expect(await encoded(encoding)).toMatchObject({ status: 400 });
  });

  test('a value that is nested without end', async () => {
    await using shop = await open();
    const deep = `${'{"below":['.repeat(60)}{"name":"x","data":"YQ=="}${']}'.repeat(60)}`;
    expect(await put(shop, 'putTree', deep)).toMatchObject({ status: 400, message: expect.stringMatching(/nested/) });
    const elsewhere = `{"title": ${'['.repeat(20_000)}${']'.repeat(20_000)}, "x": "YQ=="}`;
    expect(await put(shop, 'putOthers', elsewhere)).toMatchObject({ status: 400, message: 'body.title: must be text' });
  });

  test('a stage that fails, which the client can read', async () => {
    const onPiece = (received: number): void => {
      if (received > 100_000) throw new Error('the disk is on fire');
    };
    await using shop = await open({ onPiece });
    const reply = await put(shop, 'putString', JSON.stringify('A'.repeat(1_000_000)));
    expect(reply).toMatchObject({ status: 500 });
    expect([shop.held(), shop.events[0]?.error]).toMatchObject([0, { message: 'the disk is on fire' }]);
  });
});

describe('Bytes in JSON have limits', () => {
  const limits = { file: 3000, body: 1000 };
  const strings = (...lengths: number[]): string =>
    JSON.stringify(lengths.map((length) => base64(Buffer.alloc(length))));

  test('of all of them together', async () => {
    await using shop = await open(limits);
    expect(await put(shop, 'putList', strings(2000, 1000))).toMatchObject({ status: 200 });
    expect(await put(shop, 'putList', strings(2000, 1001))).toMatchObject({ status: 413 });
    expect(shop.held()).toBe(0);
  });

  test('of the rest', async () => {
    await using shop = await open(limits);
    expect(await put(shop, 'putList', `${' '.repeat(990)}${strings(3000)}`)).toMatchObject({ status: 200 });
    expect(await put(shop, 'putList', `${' '.repeat(1000)}${strings(1)}`)).toMatchObject({ status: 413 });
    const bomb = Uint8Array.from(gzipSync(' '.repeat(900_000)));
    expect(bomb.length).toBeLessThan(1000);
    expect(await put(shop, 'putList', bomb, { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 413 });
    const zeros = Uint8Array.from(gzipSync(strings(1_000_000)));
    expect(await put(shop, 'putList', zeros, { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 413 });
  });

  test.each([
    ['putLong', `${' '.repeat(19_997)}"x"`],
    ['putLongList', `${' '.repeat(19_996)}${strings(3000)}`],
  ])('of the rest, as large as the body of %s is described', async (operation, body) => {
    await using shop = await open(limits);
    expect(await put(shop, operation, body)).toMatchObject({ status: 200 });
    const message = expect.stringContaining('larger than 20000 bytes');
    expect(await put(shop, operation, ` ${body}`)).toMatchObject({ status: 413, message });
    const bomb = Uint8Array.from(gzipSync(`${' '.repeat(20_000)}${body}`));
    expect(await put(shop, operation, bomb, { 'Content-Encoding': 'gzip' })).toMatchObject({ status: 413, message });
  });

  test('of their number', async () => {
    await using shop = await open();
    const many = (count: number): string => JSON.stringify(Array.from({ length: count }, () => 'YQ=='));
    expect(await put(shop, 'putList', many(1000))).toMatchObject({ status: 200 });
    const rejected = await put(shop, 'putList', many(1001));
    expect(rejected).toMatchObject({ status: 400, message: 'body: has more than 1000 files' });
    expect(shop.held()).toBe(0);
  });

  test.each([
    ['Content-Encoding', 'zip'],
    ['Content-Type', 'application/json; charset=latin1'],
  ])('and an unreadable %s is rejected before the body is sent', async (name, value) => {
    await using shop = await open();
    using connection = await openConnection(shop.url);
    const sent = { ...authorization, Expect: '100-continue', 'Content-Type': 'application/json', [name]: value };
    connection.send(head('PUT /putList', { ...sent, 'Content-Length': '10' }));
    expectProblem(await connection.reply(), 415, 'unsupported-media-type');
  });

  test('before they are sent', async () => {
    await using shop = await open(limits);
    using connection = await openConnection(shop.url);
    const sent = { ...authorization, Expect: '100-continue', 'Content-Type': 'application/json' };
    connection.send(head('PUT /putList', { ...sent, 'Content-Length': String(1000 + 8 * 3000 + 1) }));
    expectProblem(await connection.reply(), 413, 'payload-too-large');
    expect(shop.stages).toEqual([]);
  });
});

test('patterns of names are tried in linear time', () => {
  const pattern = String.raw`^.+\.tgz$`;
  const schema = { type: 'object', patternProperties: { [pattern]: { contentEncoding: 'base64' } } };
  const place = bytePlaces({}, schema);
  expect([place?.member('a.tgz')?.isBytes, place?.member('a.zip')]).toEqual([true, undefined]);
  expect(slowInput((name) => place?.member(name))).toBeUndefined();
});

/** Forms whose parts repeat or have any name, forms without files, and other bodies that native clients send. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { form, formType, part } from '../bad-input/form.ts';
import { partKinds } from '../../src/contract/form-parts.ts';
import { slowInput } from '../fixtures/linear-time.ts';
import { formBodies, plainBodies } from './bytes-descriptions.ts';
import { authorization, echo, openBytesShop, sha256, type BytesShop, type BytesShopOptions } from './bytes-shop.ts';

const operationsOf = ({ paths }: typeof formBodies): Record<string, typeof echo> =>
  Object.fromEntries(Object.keys(paths).map((path) => [path.slice(1), echo]));
type Content = NonNullable<RequestInit['body']>;

const open = (options?: BytesShopOptions): Promise<BytesShop> =>
  openBytesShop(formBodies, operationsOf(formBodies), options);

async function put(url: string, body: Content | undefined, more: Record<string, string>, method = 'PUT') {
  const init = { method, headers: { ...authorization, ...more }, ...(body === undefined ? {} : { body }) };
  const reply = await fetch(url, init);
  return { status: reply.status, ...((await reply.json()) as { message?: string; body?: unknown }) };
}

const putForm = ({ url }: BytesShop, operation: string, ...parts: Uint8Array[]) =>
  put(`${url}/${operation}`, Uint8Array.from(form(...parts)), { 'Content-Type': formType });

const text = (name: string, content: string): Uint8Array =>
  part([`Content-Disposition: form-data; name="${name}"`], content);
const file = (name: string, content: string, fileName = 'a.bin', quote = '"'): Uint8Array =>
  part(
    [
      `Content-Disposition: form-data; name=${quote}${name}${quote}; filename=${quote}${fileName}${quote}`,
      'Content-Type: application/octet-stream',
    ],
    content,
  );
const upload = (content: string, fileName = 'a.bin'): object => ({
  fileName,
  mediaType: 'application/octet-stream',
  size: content.length,
  sha256: sha256(content),
});

describe('Parts of a form that are described as lists', () => {
  test('are lists, if they come once or several times', async () => {
    await using shop = await open();
    const once = await putForm(shop, 'putRepeated', text('classifiers', '1'));
    expect(once).toEqual({ status: 200, body: { classifiers: ['1'] } });
    const files = [file('more', 'first', '1'), file('more', 'second', '2'), file('content', 'third', '3')];
    const twice = await putForm(shop, 'putRepeated', text('classifiers', 'a'), ...files, text('classifiers', '[]'));
    expect(twice).toEqual({
      status: 200,
      body: {
        classifiers: ['a', '[]'],
        more: [upload('first', '1'), upload('second', '2')],
        content: upload('third', '3'),
      },
    });
    expect(shop.held()).toBe(0);
  });

  test('are checked item by item, and by their number', async () => {
    await using shop = await open();
    const four = [1, 2, 3, 4].map((one) => text('classifiers', String(one)));
    expect(await putForm(shop, 'putRepeated', ...four)).toMatchObject({
      status: 400,
      message: 'body.classifiers: must have at most 3 items',
    });
    expect(await putForm(shop, 'putRepeated', text('classifiers', '1'), text('classifiers', 'x'.repeat(11)))).toEqual(
      expect.objectContaining({ status: 400, message: 'body.classifiers.1: must have at most 10 characters' }),
    );
    const files = [1, 2, 3, 4].map((one) => file('more', String(one)));
    expect(await putForm(shop, 'putRepeated', text('classifiers', '1'), ...files)).toMatchObject({ status: 400 });
    expect(await putForm(shop, 'putRepeated', text('title', '1'))).toMatchObject({
      status: 400,
      message: 'body.classifiers: is missing',
    });
    expect(shop.held()).toBe(0);
  });

  test('and those that are not are still taken once', async () => {
    await using shop = await open();
    const given = text('classifiers', '1');
    const titles = await putForm(shop, 'putRepeated', given, text('title', 'a'), text('title', 'b'));
    expect(titles).toMatchObject({ status: 400, message: 'body.title: must be text' });
    const files = await putForm(shop, 'putRepeated', given, file('content', 'a'), file('content', 'b'));
    expect(files).toMatchObject({ status: 400, message: expect.stringContaining('was sent more than once') });
    const wrong = await putForm(shop, 'putRepeated', file('classifiers', 'a'), text('more', 'b'));
    expect(wrong.message).toMatch(/body\.classifiers: was sent as a file.*body\.more: was sent as text/);
    expect(shop.held()).toBe(0);
  });
});

describe('Files of a form', () => {
  test.each(['package', 'file', 'ü', 'a b'])('have any name: %s', async (name) => {
    await using shop = await open();
    const reply = await putForm(shop, 'putAnyFile', file(name, 'content'));
    expect(reply).toEqual({ status: 200, body: { [name]: upload('content') } });
  });

  test('have names without quotes', async () => {
    await using shop = await open();
    const reply = await putForm(shop, 'putAnyFile', file('package', 'content', 'a.nupkg', ''));
    expect(reply).toEqual({ status: 200, body: { package: upload('content', 'a.nupkg') } });
  });

  test('have names that patterns describe', async () => {
    await using shop = await open();
    const reply = await putForm(shop, 'putPatterns', text('text_1', 'x'), file('file_2', 'content'));
    expect(reply).toEqual({ status: 200, body: { text_1: 'x', file_2: upload('content') } });
    const asText = await putForm(shop, 'putPatterns', text('file_1', 'x'));
    expect(asText).toMatchObject({ status: 400, message: expect.stringContaining('body.file_1: was sent as text') });
    expect(await putForm(shop, 'putPatterns', text('other', 'x'))).toMatchObject({ status: 400 });
  });

  test('are limited in number, regardless of their names', async () => {
    await using shop = await open();
    const three = ['a', 'b', 'c'].map((name) => file(name, name));
    expect(await putForm(shop, 'putAnyFile', ...three)).toMatchObject({ status: 400 });
    expect(await putForm(shop, 'putAnyFile')).toMatchObject({ status: 400 });
    expect(shop.held()).toBe(0);
  });
});

test('patterns of part names are tried in linear time', () => {
  const kindOf = partKinds(
    {},
    { patternProperties: { [String.raw`^.+\.tgz$`]: { type: 'string', format: 'binary' } } },
  );
  expect([kindOf('a.tgz'), kindOf('a.zip')]).toEqual(['file', undefined]);
  expect(slowInput(kindOf)).toBeUndefined();
});

describe('A form in a URL encoding', () => {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const fields = ({ url }: BytesShop, body: Content, more: object = {}) =>
    put(`${url}/putFields`, body, { ...type, ...more });

  test.each([
    ['paths=a&paths=b+c%26&expand=%C3%BC', { paths: ['a', 'b c&'], expand: 'ü' }],
    ['paths=1', { paths: ['1'] }],
    ['&&paths=&paths&x=1&x=2&', { paths: ['', ''], x: ['1', '2'] }],
    ['paths=a=b', { paths: ['a=b'] }],
  ])('%s', async (body, value) => {
    await using shop = await open();
    expect(await fields(shop, body)).toEqual({ status: 200, body: value });
    const gzip = { 'Content-Encoding': 'gzip' };
    expect(await fields(shop, Uint8Array.from(gzipSync(body)), gzip)).toEqual({ status: 200, body: value });
  });

  test.each([
    ['expand=x', 'body.paths: is missing'],
    ['paths=1&expand=a&expand=b', 'body.expand: must be text'],
    ['paths=1&paths=2&paths=3&paths=4', 'body.paths: must have at most 3 items'],
    ['paths=%FF', 'body: is not percent-encoded UTF-8; send "%" as %25'],
    ['paths=%', 'body: is not percent-encoded UTF-8; send "%" as %25'],
    [Uint8Array.of(0x61, 0xff), 'body: is not percent-encoded UTF-8; send "%" as %25'],
  ])('%s is rejected', async (body, message) => {
    await using shop = await open();
    expect(await fields(shop, body)).toMatchObject({ status: 400, message });
  });

  test('has at most 90 fields, like a form of parts', async () => {
    await using shop = await open({ body: 1024 * 1024 });
    const tooMany = { status: 400, message: 'body: has more than 90 fields' };
    expect(await fields(shop, `paths=1${'&x=1'.repeat(89)}`)).toMatchObject({ status: 200 });
    expect(await fields(shop, `paths=1${'&x=1'.repeat(90)}`)).toMatchObject(tooMany);
    expect(await fields(shop, 'a=&'.repeat(340_000))).toMatchObject(tooMany);
    expect(await fields(shop, 'a=&'.repeat(350_000))).toMatchObject({ status: 413 });
  });

  test('may have fields with the names of built-in properties', async () => {
    await using shop = await open();
    const proto = await fields(shop, 'paths=1&__proto__=x&constructor=y');
    expect(Object.entries(proto.body as object)).toEqual([
      ['paths', ['1']],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('A body of JSON', () => {
  const json = { 'Content-Type': 'application/json' };
  const described = {
    ...plainBodies,
    paths: {
      ...plainBodies.paths,
      '/putOptional': {
        ...plainBodies.paths['/putOptional'],
        delete: { ...(plainBodies.paths['/putOptional']?.['put'] as object), operationId: 'deleteOptional' },
      },
    },
  };
  const openPlain = (): Promise<BytesShop> =>
    openBytesShop(described, { ...operationsOf(plainBodies), deleteOptional: echo });

  test('may be a bare string', async () => {
    await using shop = await openPlain();
    expect(await put(`${shop.url}/putTag`, '"1.0.0"', json)).toEqual({ status: 200, body: '1.0.0' });
    const gzip = { ...json, 'Content-Encoding': 'gzip' };
    expect(await put(`${shop.url}/putTag`, Uint8Array.from(gzipSync('"1.0.0"')), gzip)).toMatchObject({ status: 200 });
    expect(await put(`${shop.url}/putTag`, '"latest"', json)).toMatchObject({ status: 400 });
    expect(await put(`${shop.url}/putTag`, '1.0', json)).toMatchObject({ status: 400, message: 'body: must be text' });
    expect(await put(`${shop.url}/putTag`, '1.0.0', json)).toMatchObject({ status: 400 });
  });

  test.each(['PUT', 'DELETE'])('may be left out of a %s that does not require it', async (method) => {
    await using shop = await openPlain();
    const url = `${shop.url}/putOptional`;
    expect(await put(url, undefined, {}, method)).toEqual({ status: 200 });
    expect(await put(url, undefined, json, method)).toEqual({ status: 200 });
    expect(await put(url, '{"name":"x"}', json, method)).toEqual({ status: 200, body: { name: 'x' } });
    expect(await put(url, '{}', json, method)).toMatchObject({ status: 400, message: 'body.name: is missing' });
    expect(await put(url, '{}', { 'Content-Type': 'text/plain' }, method)).toMatchObject({ status: 415 });
  });
});

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();
let registry = '';
beforeAll(async () => {
  registry = await newRegistry(server(), 'files');
});

const content = 'The quick brown fox jumps over the lazy dog.';
const digestOf = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('base64');
const etag = `"${createHash('sha256').update(content).digest('hex')}"`;

function put(name: string, headers: Record<string, string> = {}, body = content): Promise<Response> {
  const options = { method: 'PUT', headers: { ...server().authorized, ...headers }, body };
  return server().native(`acme/${registry}/files/${name}`, options);
}

async function stored(name: string): Promise<string | number> {
  const reply = await server().native(`acme/${registry}/files/${name}`, { headers: server().authorized });
  return reply.ok ? await reply.text() : reply.status;
}

/** Returns the status, and what the problem is about. */
async function refusal(reply: Response): Promise<unknown> {
  return [reply.status, Object(await reply.json())];
}

const problem = (status: number, type: string): unknown => [
  status,
  expect.objectContaining({ type: `urn:larder:problem:${type}` }),
];

test('a file is published under the name in the URL, and its URL, ETag and digest are returned', async () => {
  const reply = await put('put-1.0.0.txt');
  expect([reply.status, reply.headers.get('Location'), reply.headers.get('ETag')]).toEqual([
    201,
    `${server().url}/acme/${registry}/files/put-1.0.0.txt`,
    etag,
  ]);
  expect(reply.headers.get('Repr-Digest')).toBe(`sha-256=:${digestOf('sha256', content)}:`);
  expect(await stored('put-1.0.0.txt')).toBe(content);
});

test('a name without a version, an empty file and a caller without a token are rejected', async () => {
  expect(await refusal(await put('put.txt'))).toEqual(problem(422, 'unacceptable-file'));
  expect(await refusal(await put('empty-1.0.0.txt', {}, ''))).toEqual(problem(422, 'unacceptable-file'));
  expect((await put('put-1.0.0.txt', { authorization: '' })).status).toBe(401);
});

describe('Content-Digest', () => {
  test.each([
    ['SHA-256', `sha-256=:${digestOf('sha256', content)}:`],
    ['SHA-512', `sha-512=:${digestOf('sha512', content)}:`],
    [
      'both, and another one',
      `md5=:AAAA:, sha-512=:${digestOf('sha512', content)}:,sha-256=:${digestOf('sha256', content)}:`,
    ],
  ])('that is right is accepted: %s', async (title, field) => {
    const name = `digest-1.0.0-${title.replaceAll(/[^A-Z0-9]/gi, '')}.txt`;
    expect((await put(name, { 'Content-Digest': field })).status).toBe(201);
    expect(await stored(name)).toBe(content);
  });

  test.each([
    ['SHA-256', `sha-256=:${digestOf('sha256', 'other')}:`],
    ['SHA-512', `sha-512=:${digestOf('sha512', 'other')}:`],
    ['one of two', `sha-256=:${digestOf('sha256', content)}:, sha-512=:${digestOf('sha512', 'other')}:`],
  ])('that is wrong is rejected, and nothing is stored: %s', async (_, field) => {
    const reply = await put('wrong-1.0.0.txt', { 'Content-Digest': field });
    expect(await refusal(reply)).toEqual(problem(422, 'digest-mismatch'));
    expect(await stored('wrong-1.0.0.txt')).toBe(404);
  });

  test.each(['md5=:AAAA:', 'sha-256=abc', `sha-256=:${digestOf('sha256', content).slice(4)}:`])(
    'that nothing can be verified by is rejected: %s',
    async (field) => {
      const reply = await put('unverified-1.0.0.txt', { 'Content-Digest': field });
      expect(await refusal(reply)).toEqual(problem(400, 'invalid-request'));
      expect(await stored('unverified-1.0.0.txt')).toBe(404);
    },
  );
});

describe('a precondition', () => {
  beforeAll(async () => {
    expect((await put('there-1.0.0.txt')).status).toBe(201);
  });

  test('If-None-Match: * publishes a new file', async () => {
    expect((await put('new-1.0.0.txt', { 'If-None-Match': '*' })).status).toBe(201);
  });

  test.each([
    ['If-None-Match', '*'],
    ['If-None-Match', etag],
    ['If-Match', '"other"'],
  ])('that an existing file does not meet is a 412: %s: %s', async (name, value) => {
    const reply = await put('there-1.0.0.txt', { [name]: value }, 'other');
    expect(await refusal(reply)).toEqual(problem(412, 'precondition-failed'));
    expect(await stored('there-1.0.0.txt')).toBe(content);
  });

  test('If-Match is a 412 if there is no file', async () => {
    const reply = await put('none-1.0.0.txt', { 'If-Match': '*' });
    expect(await refusal(reply)).toEqual(problem(412, 'precondition-failed'));
  });

  test.each([{}, { 'If-Match': etag }, { 'If-None-Match': '"other"' }])(
    'that an existing file meets does not replace it: %j',
    async (headers) => {
      const reply = await put('there-1.0.0.txt', headers, 'other');
      expect(await refusal(reply)).toEqual([409, expect.objectContaining({ url: expect.any(String) })]);
      expect(await stored('there-1.0.0.txt')).toBe(content);
    },
  );

  test('If-None-Match: * lets one of several succeed that publish the same name concurrently', async () => {
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, n) => put('race-1.0.0.txt', { 'If-None-Match': '*' }, `body ${n}`)),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 412, 412, 412, 412, 412]);
  });
});

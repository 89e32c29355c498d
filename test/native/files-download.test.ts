import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../fixtures/server.ts';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();

const content = 'The quick brown fox jumps over the lazy dog.';
const size = content.length;
const etag = `"${createHash('sha256').update(content).digest('hex')}"`;
const other = `"${'0'.repeat(64)}"`;

const longAgo = new Date(0).toUTCString();

let registry = '';
let lastModified = '';

beforeAll(async () => {
  registry = await newRegistry(server(), 'files');
  await publish(server(), registry, 'fox-1.0.0.txt', content);
  lastModified = (await download('fox-1.0.0.txt')).headers.get('Last-Modified') ?? '';
});

function download(name: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return server().native(`acme/${registry}/files/${name}`, { method, headers });
}

describe('a file', () => {
  test('comes whole, as bytes', async () => {
    const reply = await download('fox-1.0.0.txt');
    expect([reply.status, reply.headers.get('Content-Type'), await reply.text()]).toEqual([
      200,
      'application/octet-stream',
      content,
    ]);
  });

  test('has its SHA-256 as its ETag', async () => {
    expect((await download('fox-1.0.0.txt')).headers.get('ETag')).toBe(etag);
  });

  test('has its SHA-256 as its digest (RFC 9530), also for a range of it', async () => {
    const digest = `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;
    for (const [headers, status] of [[{}, 200] as const, [{ Range: 'bytes=0-1' }, 206] as const]) {
      const reply = await download('fox-1.0.0.txt', headers);
      expect([reply.status, reply.headers.get('Repr-Digest')]).toEqual([status, digest]);
    }
  });

  test('was last modified when it was published', async () => {
    const age = Date.now() - Date.parse(lastModified);
    expect(age >= 0 && age < 60_000).toBe(true);
  });

  test('has the same headers for HEAD', async () => {
    const headersOf = (reply: Response): [string, string][] =>
      [...reply.headers].filter(([name]) => !['date', 'keep-alive', 'connection', 'x-request-id'].includes(name));
    const head = await download('fox-1.0.0.txt', {}, 'HEAD');
    expect([head.status, headersOf(head)]).toEqual([200, headersOf(await download('fox-1.0.0.txt'))]);
  });

  test('has no body for HEAD', async () => {
    expect(await (await download('fox-1.0.0.txt', {}, 'HEAD')).text()).toBe('');
  });

  test('is gone once its package is deleted', async () => {
    const published: unknown = await (await publish(server(), registry, 'gone-1.0.0.txt', 'gone')).json();
    await server().ask(server().in(registry, 'packages', idOf(published)), { method: 'DELETE' });
    expect((await download('gone-1.0.0.txt')).status).toBe(404);
  });

  test('larger than any buffer comes whole', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024, 'larder');
    await publish(server(), registry, 'large-1.0.0.bin', bytes);
    const reply = await download('large-1.0.0.bin');
    expect(Buffer.from(await reply.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('larger than any buffer comes in part', async () => {
    const bytes = Buffer.from(Array.from({ length: 400_000 }, (_, index) => `${index}\n`).join(''));
    await publish(server(), registry, 'numbers-1.0.0.txt', bytes);
    const reply = await download('numbers-1.0.0.txt', { Range: 'bytes=1000000-2200000' });
    expect(Buffer.from(await reply.arrayBuffer()).equals(bytes.subarray(1_000_000, 2_200_001))).toBe(true);
  });
});

describe('a range', () => {
  test.each([
    ['the first bytes', 'bytes=0-8', 0, 8],
    ['bytes in the middle', 'bytes=4-8', 4, 8],
    ['one byte', 'bytes=0-0', 0, 0],
    ['all from some byte on', 'bytes=40-', 40, size - 1],
    ['the last bytes', 'bytes=-4', size - 4, size - 1],
    ['more last bytes than there are', 'bytes=-4000', 0, size - 1],
    ['beyond the end from within', 'bytes=40-4000', 40, size - 1],
    ['two that touch', 'bytes=0-3,4-8', 0, 8],
    ['two of which one is beyond the end', 'bytes=400-500,4-8', 4, 8],
    ['a unit in capitals', 'Bytes=4-8', 4, 8],
  ])('of %s gets just these', async (_, range, first, last) => {
    const reply = await download('fox-1.0.0.txt', { Range: range });
    expect([reply.status, reply.headers.get('Content-Range'), await reply.text()]).toEqual([
      206,
      `bytes ${first}-${last}/${size}`,
      content.slice(first, last + 1),
    ]);
  });

  test.each(['bytes=44-', 'bytes=400-500', 'bytes=-0'])('beyond the end is rejected: %s', async (range) => {
    const reply = await download('fox-1.0.0.txt', { Range: range });
    expect([reply.status, reply.headers.get('Content-Range')]).toEqual([416, `bytes */${size}`]);
  });

  test.each([
    ['several', 'bytes=0-3,10-12'],
    ['another unit', 'lines=1-2'],
    ['what is no range', 'bytes=fox'],
    ['another unit beyond the end', 'lines=400-500'],
  ])('of %s gets the whole file', async (_, range) => {
    const reply = await download('fox-1.0.0.txt', { Range: range });
    expect([reply.status, await reply.text()]).toEqual([200, content]);
  });

  test('is not for HEAD', async () => {
    const reply = await download('fox-1.0.0.txt', { Range: 'bytes=0-8' }, 'HEAD');
    expect([reply.status, reply.headers.get('Content-Length')]).toEqual([200, `${size}`]);
  });

  test.each([
    ['the same ETag', () => etag],
    ['the same date', () => lastModified],
  ])('is returned if the file still has %s', async (_, validator) => {
    expect((await download('fox-1.0.0.txt', { Range: 'bytes=0-8', 'If-Range': validator() })).status).toBe(206);
  });

  test.each([
    ['another ETag', () => other],
    ['an ETag that is weak', () => `W/${etag}`],
    ['an earlier date', () => new Date(Date.parse(lastModified) - 1000).toUTCString()],
    ['a later date', () => new Date(Date.parse(lastModified) + 1000).toUTCString()],
  ])('gives the whole file if that was to have %s', async (_, validator) => {
    const reply = await download('fox-1.0.0.txt', { Range: 'bytes=0-8', 'If-Range': validator() });
    expect([reply.status, await reply.text()]).toEqual([200, content]);
  });
});

describe('a copy that the client has', () => {
  test.each([
    ['the same ETag', () => ({ 'If-None-Match': etag })],
    ['the same ETag among others', () => ({ 'If-None-Match': `${other}, ${etag}` })],
    ['the same ETag, weakened on the way', () => ({ 'If-None-Match': `W/${etag}` })],
    ['any ETag', () => ({ 'If-None-Match': '*' })],
    ['the same date', () => ({ 'If-Modified-Since': lastModified })],
    ['a later date', () => ({ 'If-Modified-Since': new Date(Date.parse(lastModified) + 60_000).toUTCString() })],
    ['the same ETag and another date', () => ({ 'If-None-Match': etag, 'If-Modified-Since': longAgo })],
  ])('is current with %s', async (_, headers) => {
    const reply = await download('fox-1.0.0.txt', headers());
    expect([reply.status, reply.headers.get('ETag')]).toEqual([304, etag]);
  });

  test.each([
    ['another ETag', () => ({ 'If-None-Match': other })],
    ['an earlier date', () => ({ 'If-Modified-Since': longAgo })],
    ['another ETag and the same date', () => ({ 'If-None-Match': other, 'If-Modified-Since': lastModified })],
    ['a date that is none', () => ({ 'If-Modified-Since': 'yesterday' })],
  ])('is not current with %s', async (_, headers) => {
    expect((await download('fox-1.0.0.txt', headers())).status).toBe(200);
  });

  test('is current before any range of it is looked at', async () => {
    const reply = await download('fox-1.0.0.txt', { 'If-None-Match': etag, Range: 'bytes=400-' });
    expect(reply.status).toBe(304);
  });
});

describe('a state that the client expects', () => {
  test.each([
    ['another ETag', () => ({ 'If-Match': other })],
    ['the same ETag, but weak', () => ({ 'If-Match': `W/${etag}` })],
    ['an earlier date', () => ({ 'If-Unmodified-Since': longAgo })],
    ['another ETag and the same date', () => ({ 'If-Match': other, 'If-Unmodified-Since': lastModified })],
    // RFC 9110, section 13.2.2: these two come first.
    ['another ETag, and the copy is current', () => ({ 'If-Match': other, 'If-None-Match': etag })],
    ['another ETag, and the range is beyond the end', () => ({ 'If-Match': other, Range: 'bytes=400-' })],
  ])('is rejected with 412 for %s', async (_, headers) => {
    for (const method of ['GET', 'HEAD']) expect((await download('fox-1.0.0.txt', headers(), method)).status).toBe(412);
  });

  test.each([
    ['the same ETag', 200, () => ({ 'If-Match': etag })],
    ['the same ETag among others', 200, () => ({ 'If-Match': `${other}, ${etag}` })],
    ['any ETag', 200, () => ({ 'If-Match': '*' })],
    ['the same date', 200, () => ({ 'If-Unmodified-Since': lastModified })],
    ['a date that is none', 200, () => ({ 'If-Unmodified-Since': 'yesterday' })],
    ['the same ETag and an earlier date', 200, () => ({ 'If-Match': etag, 'If-Unmodified-Since': longAgo })],
    ['the same ETag, and a range', 206, () => ({ 'If-Match': etag, Range: 'bytes=0-8' })],
    ['the same ETag, and the copy is current', 304, () => ({ 'If-Match': etag, 'If-None-Match': etag })],
  ])('holds with %s: %i', async (_, status, headers) => {
    expect((await download('fox-1.0.0.txt', headers())).status).toBe(status);
  });

  test('is reported with the current ETag', async () => {
    const { detail } = (await (await download('fox-1.0.0.txt', { 'If-Match': other })).json()) as { detail: string };
    expect(detail).toContain(etag);
  });
});

describe('a name', () => {
  test.each([
    ['with a plus sign as it is', 'app-1.0.0+build.5.zip', 'app-1.0.0+build.5.zip'],
    ['with a plus sign encoded', 'app-1.1.0+build.5.zip', 'app-1.1.0%2bbuild.5.zip'],
    ['with letters encoded', 'app-1.2.0.zip', '%61pp-1.2.0.zip'],
    ['with a tilde-free pre-release', 'app-1.3.0-rc.1+x.tar.gz', 'app-1.3.0-rc.1%2Bx.tar.gz'],
  ])('%s finds its file', async (_, name, asked) => {
    await publish(server(), registry, name, name);
    expect(await (await download(asked)).text()).toBe(name);
  });

  test('is what the file is saved under', async () => {
    const reply = await download('fox-1.0.0.txt');
    expect(reply.headers.get('Content-Disposition')).toBe('attachment; filename=fox-1.0.0.txt');
  });

  test('with its case changed finds nothing', async () => {
    expect((await download('Fox-1.0.0.txt')).status).toBe(404);
  });

  test.each(['..%2ffox-1.0.0.txt', '%2e%2e', 'fox-1.0.0.txt%00', 'f%6fx-1.0.0.txt%2f'])(
    'that is not a file name is not found: %s',
    async (name) => {
      expect(await statusOf(`/acme/${registry}/files/${name}`)).toBe(404);
    },
  );

  test('that is not UTF-8 is rejected', async () => {
    expect((await download('%ff-1.0.0.txt')).status).toBe(400);
  });
});

/** Requests a path unchanged, where `fetch` would normalize it. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server().url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, agent: false }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    }).on('error', reject);
  });
}

function idOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return body.id;
  throw new Error(`There is no id in ${JSON.stringify(body)}.`);
}

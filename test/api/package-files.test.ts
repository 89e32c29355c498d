import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, rejectionOf } from '../fixtures/replies.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
let path: string;
let etag = '';
let lastModified = '';

const bytes = Buffer.from('0123456789');

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'plain', 'files');
  await createRegistry(server, 'debs', 'debian');
  const { id } = await bodyOf(publish(server, 'plain', 'app-1.0.0.txt', bytes), 'Package');
  path = server.in('plain', 'packages', id, 'files', 'app-1.0.0.txt');
  const { headers } = await server.ask(path);
  etag = headers.get('etag') ?? '';
  lastModified = headers.get('last-modified') ?? '';
});
afterAll(() => server[Symbol.asyncDispose]());

describe('listPackageFiles', () => {
  it('lists the file with its size, its digests and its URL', async () => {
    const list = path.slice(0, path.lastIndexOf('/'));
    expect(await bodyOf(server.ask(list), 'PackageFileList')).toEqual({
      items: [
        {
          name: 'app-1.0.0.txt',
          role: 'main',
          media_type: null,
          size: 10,
          digests: digestsOf(bytes),
          metadata: {},
          package: null,
          url: server.url + path,
        },
      ],
    });
  });

  it('responds with 404 for an unknown package', async () => {
    const unknown = server.in('plain', 'packages', '0191e23a-4bc8-7683-bfa4-5f73bc9b7c44', 'files');
    expect(await rejectionOf(server.ask(unknown))).toEqual({ status: 404, type: 'not-found' });
  });
});

describe('getPackageFile', () => {
  it('returns the bytes and their headers', async () => {
    const response = await server.ask(path);
    expect([response.status, picked(response), await response.text()]).toEqual([
      200,
      {
        'content-type': 'application/octet-stream',
        'content-length': '10',
        'content-disposition': 'attachment; filename=app-1.0.0.txt',
        'accept-ranges': 'bytes',
        etag: `"${digestsOf(bytes).sha256}"`,
        'last-modified': new Date(lastModified).toUTCString(),
      },
      '0123456789',
    ]);
  });

  it.each([
    'Größe & Maß.deb',
    '日本語.deb',
    '🍌.deb',
    'a?b#c%20d+e.deb',
    '...',
    'it\'s "quoted".deb',
    `${'ä'.repeat(125)}.deb`,
  ])('finds a file named %s at the URL that its list gives', async (name) => {
    published += 1;
    const deb = Uint8Array.from(await buildDeb({ control: { Package: `named${published}` } }));
    const { id } = await bodyOf(publish(server, 'debs', name.replaceAll('"', "'"), deb), 'Package');
    const { items } = await bodyOf(server.ask(server.in('debs', 'packages', id, 'files')), 'PackageFileList');
    const response = await server.ask(items[0]?.url.slice(server.url.length) ?? '');
    expect([items[0]?.name, digestsOf(new Uint8Array(await response.arrayBuffer()))]).toEqual([
      name.replaceAll('"', "'"),
      digestsOf(deb),
    ]);
  });

  it('keeps only the last segment of a name with folders', async () => {
    const deb = Uint8Array.from(await buildDeb({ control: { Package: 'folders' } }));
    const { id } = await bodyOf(publish(server, 'debs', 'C:\\temp/some\\folders.deb', deb), 'Package');
    const { items } = await bodyOf(server.ask(server.in('debs', 'packages', id, 'files')), 'PackageFileList');
    expect(items.map(({ name }) => name)).toEqual(['folders.deb']);
  });

  it.each(['app-1.0.0.TXT', 'app', '..%2Fapp-1.0.0.txt'])('responds with 404 for the name %s', async (name) => {
    const other = `${path.slice(0, path.lastIndexOf('/'))}/${name}`;
    expect(await rejectionOf(server.ask(other))).toEqual({ status: 404, type: 'not-found' });
  });
});

describe('a range', () => {
  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
    ['bytes=-100', '0123456789', 'bytes 0-9/10'],
    ['bytes=0-0', '0', 'bytes 0-0/10'],
  ])('%s gets a 206', async (range, part, contentRange) => {
    const response = await server.ask(path, { headers: { Range: range } });
    const { headers } = response;
    expect([
      response.status,
      headers.get('content-range'),
      headers.get('content-length'),
      await response.text(),
    ]).toEqual([206, contentRange, String(part.length), part]);
  });

  it.each(['bytes=10-', 'bytes=100-200'])('%s, beyond the end, gets a 416 with the size', async (range) => {
    const response = await server.ask(path, { headers: { Range: range } });
    expect([response.headers.get('content-range'), await rejectionOf(response)]).toEqual([
      'bytes */10',
      { status: 416, type: 'range-not-satisfiable' },
    ]);
  });

  it.each(['bytes=0-1,4-5', 'pages=1-2', 'bytes=x-y', 'nonsense'])('%s gets the whole file', async (range) => {
    const response = await server.ask(path, { headers: { Range: range } });
    expect([response.status, await response.text()]).toEqual([200, '0123456789']);
  });

  it.each([
    ['its ETag', (): string => etag, 206],
    ['its date', (): string => lastModified, 206],
    ['another ETag', (): string => '"other"', 200],
    ['a weak ETag', (): string => `W/${etag}`, 200],
    ['another date', (): string => 'Wed, 11 Sep 2024 17:55:57 GMT', 200],
  ] as const)('on the condition of %s', async (_, ifRange, status) => {
    const response = await server.ask(path, { headers: { Range: 'bytes=0-1', 'If-Range': ifRange() } });
    expect([response.status, await response.text()]).toEqual([status, status === 206 ? '01' : '0123456789']);
  });
});

describe('a condition', () => {
  it.each([
    ['the ETag', () => ({ 'If-None-Match': etag })],
    ['one of several ETags', () => ({ 'If-None-Match': `"other", W/${etag}` })],
    ['any ETag', () => ({ 'If-None-Match': '*' })],
    ['the date', () => ({ 'If-Modified-Since': lastModified })],
    ['the ETag, whatever the date', () => ({ 'If-None-Match': etag, 'If-Modified-Since': new Date(0).toUTCString() })],
    ['the ETag, whatever the range', () => ({ 'If-None-Match': etag, Range: 'bytes=0-1' })],
  ] as const)('that matches %s gets a 304 without a body', async (_, headers) => {
    const response = await server.ask(path, { headers: headers() });
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, etag, '']);
  });

  it.each([
    ['another ETag', () => ({ 'If-None-Match': '"other"' })],
    ['an earlier date', () => ({ 'If-Modified-Since': new Date(0).toUTCString() })],
    ['another ETag, whatever the date', () => ({ 'If-None-Match': '"other"', 'If-Modified-Since': lastModified })],
  ] as const)('not met by %s gets the file', async (_, headers) => {
    const response = await server.ask(path, { headers: headers() });
    expect([response.status, await response.text()]).toEqual([200, '0123456789']);
  });
});

it('broke the contract in no response', () => {
  expect(server.violations()).toBe(0);
});

let published = 0;

function picked({ headers }: Response): Record<string, string | null> {
  const names = ['content-type', 'content-length', 'content-disposition', 'accept-ranges', 'etag', 'last-modified'];
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]));
}

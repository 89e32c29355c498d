import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { buildSdist, buildWheel, coreMetadata } from '../fixtures/python-package.ts';
import { asMainFile, insertPackage, samplePackage } from '../storage/catalog/samples.ts';
import { newPythonRegistry, publishWheel, published } from './python-repository.ts';
import { issueToken } from './tokens.ts';
import { useServer } from './watched-server.ts';
import { writable } from '../../src/registry/writable.ts';

const server = useServer();
const text = `${coreMetadata('demo', '1.0.0')}\nA description: ü.\n`;

let registry = '';
let wheel = Buffer.alloc(0);
let sdist = Buffer.alloc(0);

beforeAll(async () => {
  registry = await newPythonRegistry(server());
  wheel = Buffer.from((await publishWheel(server(), registry, { metadata: text })).bytes);
  sdist = Buffer.from(await buildSdist());
  await published(server(), registry, 'demo-1.0.0.tar.gz', Uint8Array.from(sdist));
});

const get = (sum: string, name: string, headers: Record<string, string> = {}, at = registry): Promise<Response> =>
  server().native(`acme/${at}/pypi/files/${sum}/${name}`, { headers });

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a wheel and a source distribution are downloaded as they were published', async () => {
  const replies = [
    await get(sumOf(wheel), 'demo-1.0.0-py3-none-any.whl'),
    await get(sumOf(sdist), 'demo-1.0.0.tar.gz'),
  ];
  const bytes = await Promise.all(replies.map(async (reply) => Buffer.from(await reply.arrayBuffer())));
  expect(bytes).toEqual([wheel, sdist]);
});

test('a part of a wheel is sent alone', async () => {
  const reply = await get(sumOf(wheel), 'demo.whl', { Range: 'bytes=-100' });
  expect([reply.status, Buffer.from(await reply.arrayBuffer())]).toEqual([206, wheel.subarray(-100)]);
});

test('a wheel is not sent to whom has it', async () => {
  expect((await get(sumOf(wheel), 'demo.whl', { 'If-None-Match': `"${sumOf(wheel)}"` })).status).toBe(304);
});

test.each([
  ['an unknown digest', () => '0'.repeat(64), 404],
  ['a digest in capitals', () => sumOf(wheel).toUpperCase(), 400],
])('%s finds nothing', async (_, sum, status) => {
  expect((await get(sum(), 'demo-1.0.0-py3-none-any.whl')).status).toBe(status);
});

describe('the metadata of a wheel', () => {
  const metadata = (headers: Record<string, string> = {}): Promise<Response> =>
    get(sumOf(wheel), 'demo-1.0.0-py3-none-any.whl.metadata', headers);

  test('is as it is in the wheel', async () => {
    expect(await (await metadata()).text()).toBe(text);
  });

  test('has the digest on the page', async () => {
    const page = await (await server().native(`acme/${registry}/pypi/simple/demo/`)).text();
    const bytes = Buffer.from(await (await metadata()).arrayBuffer());
    expect(page).toContain(` data-core-metadata="sha256=${sumOf(bytes)}"`);
  });

  test('is sent in part', async () => {
    const reply = await metadata({ Range: 'bytes=0-15' });
    expect([reply.status, await reply.text()]).toEqual([206, 'Metadata-Version']);
  });

  test('is not sent to whom has it', async () => {
    const etag = (await metadata()).headers.get('ETag') ?? '';
    expect((await metadata({ 'If-None-Match': etag })).status).toBe(304);
  });

  test('has headers without a body for HEAD', async () => {
    const path = `acme/${registry}/pypi/files/${sumOf(wheel)}/demo.whl.metadata`;
    const reply = await server().native(path, { method: 'HEAD' });
    expect(reply.headers.get('Content-Length')).toBe(String(Buffer.byteLength(text)));
  });

  test('is read without the wheel, and is not listed among the files of the package', async () => {
    const own = await newPythonRegistry(server());
    const { id, bytes } = await publishWheel(server(), own, { version: '2.0', metadata: text.replace('1.0.0', '2.0') });
    const file = await server().larder.catalog.packages.file(id, 'demo-2.0-py3-none-any.whl');
    await server().larder.blobs.remove(file?.blob.location ?? '');
    expect((await get(sumOf(bytes), 'demo-2.0-py3-none-any.whl.metadata', {}, own)).status).toBe(200);
    const list = await (await server().ask(server().in(own, 'packages', id, 'files'))).json();
    expect(list).toMatchObject({ items: [{ name: 'demo-2.0-py3-none-any.whl' }] });
    const named = server().in(own, 'packages', id, 'files', 'demo-2.0-py3-none-any.whl.metadata');
    expect((await server().ask(named)).status).toBe(404);
    await server().ask(server().in(own, 'packages', id), { method: 'DELETE' });
  });

  test('is read from a wheel of 0.1.0', async () => {
    const own = await newPythonRegistry(server());
    const earlier = Buffer.from(buildWheel({ version: '0.5', metadata: text.replace('1.0.0', '0.5') }));
    await storeAsEarlierVersion(own, 'demo-0.5-py3-none-any.whl', earlier);
    const replies = [1, 2].map(() => get(sumOf(earlier), 'demo-0.5-py3-none-any.whl.metadata', {}, own));
    const texts = (await Promise.all(replies)).map((reply) => reply.text());
    expect(await Promise.all(texts)).toEqual([text.replace('1.0.0', '0.5'), text.replace('1.0.0', '0.5')]);
  });

  test('is not found for a wheel of 0.1.0 that cannot be read', async () => {
    const own = await newPythonRegistry(server());
    const earlier = Buffer.from('not a wheel');
    await storeAsEarlierVersion(own, 'demo-0.6-py3-none-any.whl', earlier);
    expect((await get(sumOf(earlier), 'demo-0.6-py3-none-any.whl.metadata', {}, own)).status).toBe(404);
  });

  test('stays with a copy when the source is deleted, and goes with the copy', async () => {
    const [source, target] = [await newPythonRegistry(server()), await newPythonRegistry(server())];
    const metadata3 = text.replace('1.0.0', '3.0');
    const { id, bytes } = await publishWheel(server(), source, { version: '3.0', metadata: metadata3 });
    const copied = await server().ask(`${server().in(source, 'packages', id, 'copy')}?to=${target}`, {
      method: 'POST',
    });
    const copy = (await copied.json()) as { readonly id: string };
    const name = 'demo-3.0-py3-none-any.whl.metadata';
    const { blob } = (await server().larder.catalog.packages.derivedFile(copy.id, name)) ?? {};
    await server().ask(server().in(source, 'packages', id), { method: 'DELETE' });
    await collectBlobs(server().larder);
    expect(await (await get(sumOf(bytes), name, {}, target)).text()).toBe(metadata3);
    await server().ask(server().in(target, 'packages', copy.id), { method: 'DELETE' });
    await collectBlobs(server().larder);
    expect(await server().larder.blobs.sizeOf(blob?.location ?? '')).toBeUndefined();
  });

  test('is there for the longest name', async () => {
    const local = `1.0+${'x'.repeat(232)}`;
    const { fileName, bytes } = await publishWheel(server(), registry, { name: 'd', version: local });
    expect([fileName.length, (await get(sumOf(bytes), `${encodeURIComponent(fileName)}.metadata`)).status]).toEqual([
      255, 200,
    ]);
  });
});

/** Stores a wheel without its metadata, as 0.1.0 did. */
async function storeAsEarlierVersion(slug: string, name: string, bytes: Uint8Array): Promise<void> {
  const { [writable]: catalog, blobs } = server().larder;
  const organization = await catalog.organizations.find('acme');
  const found = organization && (await catalog.registries.find(organization.id, slug));
  if (!found) throw new Error('The registry was not created.');
  const staged = await blobs.stage(Readable.from([bytes]));
  await staged.keep();
  await insertPackage(catalog, samplePackage(found, { name: 'demo' }), [asMainFile(name, staged)], undefined);
  await staged.settle();
}

test('a source distribution has no metadata of its own', async () => {
  expect((await get(sumOf(sdist), 'demo-1.0.0.tar.gz.metadata')).status).toBe(404);
});

describe('a private registry', () => {
  const urls = (sum: string): string[] => [
    'pypi/simple/',
    'pypi/simple',
    'pypi/simple/demo/',
    'pypi/simple/demo',
    `pypi/files/${sum}/demo-1.0.0-py3-none-any.whl`,
    `pypi/files/${sum}/demo-1.0.0-py3-none-any.whl.metadata`,
  ];

  test('challenges anonymous callers everywhere', async () => {
    const hidden = await newPythonRegistry(server(), { isPublic: false });
    const { bytes } = await publishWheel(server(), hidden);
    const replies = await Promise.all(urls(sumOf(bytes)).map((url) => server().native(`acme/${hidden}/${url}`)));
    expect(replies.map(({ status, headers }) => [status, headers.get('WWW-Authenticate')])).toEqual(
      replies.map(() => [401, 'Basic realm="Larder"']),
    );
  });

  test('is read with a token that may read packages as the password', async () => {
    const hidden = await newPythonRegistry(server(), { isPublic: false });
    const { bytes } = await publishWheel(server(), hidden);
    const credentials = Buffer.from(`buildkite:${await issueToken(server())}`).toString('base64');
    const headers = { Authorization: `Basic ${credentials}` };
    const replies = await Promise.all(
      urls(sumOf(bytes)).map((url) => server().native(`acme/${hidden}/${url}`, { headers })),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  });

  test('does not give its files to other registries', async () => {
    const hidden = await newPythonRegistry(server(), { isPublic: false });
    const { bytes } = await publishWheel(server(), hidden, { name: 'hidden' });
    expect((await get(sumOf(bytes), 'hidden-1.0.0-py3-none-any.whl')).status).toBe(404);
  });
});

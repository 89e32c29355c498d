import { createHash } from 'node:crypto';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { buildSdist, buildWheel, wheelName } from '../fixtures/python-package.ts';
import { publish, startTestServer } from '../fixtures/server.ts';
import { HTML_V1, JSON_V1, newPythonRegistry, publishWheel, published } from './python-repository.ts';
import { useServer } from './watched-server.ts';

const server = useServer();

afterEach(() => {
  vi.useRealTimers();
});

const get = (path: string, accept = JSON_V1): Promise<Response> =>
  server().native(`acme/${path}`, { headers: { Accept: accept }, redirect: 'manual' });

const page = async (path: string): Promise<unknown> => (await get(path)).json();

describe('the list of projects', () => {
  test('has every project once, by its normalised name', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry, { name: 'Zebra' });
    await publishWheel(server(), registry, { name: 'Foo.Bar', version: '1.0' });
    await publishWheel(server(), registry, { name: 'foo-bar', version: '2.0' });
    expect(await page(`${registry}/pypi/simple/`)).toEqual({
      meta: { 'api-version': '1.4' },
      projects: [{ name: 'foo-bar' }, { name: 'zebra' }],
    });
  });

  test('is empty where there are none', async () => {
    const registry = await newPythonRegistry(server());
    expect(await page(`${registry}/pypi/simple/`)).toMatchObject({ projects: [] });
  });

  test('loses a project with its last package', async () => {
    const registry = await newPythonRegistry(server());
    const { id } = await publishWheel(server(), registry);
    await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
    expect(await page(`${registry}/pypi/simple/`)).toMatchObject({ projects: [] });
  });
});

describe('the page of a project', () => {
  test('has its files by version, then name', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry, { version: '1.10' });
    await publishWheel(server(), registry, { version: '1.9' });
    await published(server(), registry, 'demo-1.9.tar.gz', await buildSdist({ version: '1.9' }));
    await publishWheel(server(), registry, { version: '1.10rc1' });
    const { files, versions } = (await page(`${registry}/pypi/simple/demo/`)) as Page;
    expect([versions, files.map(({ filename }) => filename)]).toEqual([
      ['1.9', '1.10rc1', '1.10'],
      ['demo-1.9-py3-none-any.whl', 'demo-1.9.tar.gz', 'demo-1.10rc1-py3-none-any.whl', 'demo-1.10-py3-none-any.whl'],
    ]);
  });

  test('has files that were published with any spelling of its name', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry, { name: 'Foo.Bar', version: '1.0' });
    await publishWheel(server(), registry, { name: 'foo_bar', version: '2.0' });
    expect(await page(`${registry}/pypi/simple/foo-bar/`)).toMatchObject({ name: 'foo-bar', versions: ['1.0', '2.0'] });
  });

  test('leads to the files relative to itself', async () => {
    const registry = await newPythonRegistry(server());
    const { fileName, bytes } = await publishWheel(server(), registry, { version: '1.0+local.1' });
    const at = `${server().url}/acme/${registry}/pypi/simple/demo/`;
    const { files } = (await page(`${registry}/pypi/simple/demo/`)) as Page;
    const [file] = files;
    const reply = await fetch(new URL(file?.url ?? '', at));
    expect([file?.filename, Buffer.from(await reply.arrayBuffer())]).toEqual([fileName, Buffer.from(bytes)]);
  });

  test('is in a copy of the package too', async () => {
    const [from, to] = [await newPythonRegistry(server()), await newPythonRegistry(server())];
    const { id } = await publishWheel(server(), from);
    const copied = await server().ask(`${server().in(from, 'packages', id, 'copy')}?to=${to}`, { method: 'POST' });
    expect(copied.status).toBe(200);
    const [{ files: copies }, { files }] = [
      (await page(`${to}/pypi/simple/demo/`)) as Page,
      (await page(`${from}/pypi/simple/demo/`)) as Page,
    ];
    expect(copies).toEqual(files.map((file) => ({ ...file, 'upload-time': expect.any(String) })));
  });

  test('has the time when a file was published or copied to this registry', async () => {
    const [from, to] = [await newPythonRegistry(server()), await newPythonRegistry(server())];
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-02T03:04:05.678Z') });
    const { id } = await publishWheel(server(), from);
    vi.setSystemTime(new Date('2031-01-02T03:04:05.678Z'));
    await server().ask(`${server().in(from, 'packages', id, 'copy')}?to=${to}`, { method: 'POST' });
    const times = [from, to].map(async (slug) => {
      const { files } = (await page(`${slug}/pypi/simple/demo/`)) as Page;
      return files.map((file) => file['upload-time']);
    });
    expect(await Promise.all(times)).toEqual([['2030-01-02T03:04:05Z'], ['2031-01-02T03:04:05Z']]);
  });

  test('is not there where there is no such project', async () => {
    const registry = await newPythonRegistry(server());
    expect((await get(`${registry}/pypi/simple/demo/`)).status).toBe(404);
  });

  test.each(['-demo', 'de%20mo', 'd%C3%A9mo', '..%2fdemo', 'demo%00'])(
    'is not found for %s, which is not a name',
    async (name) => {
      const registry = await newPythonRegistry(server());
      const statuses = [`simple/${name}/`, `simple/${name}`].map(
        async (path) => (await get(`${registry}/pypi/${path}`)).status,
      );
      expect(await Promise.all(statuses)).toEqual([404, 404]);
    },
  );
});

describe('a URL in another form', () => {
  test.each([
    ['simple', 'simple/'],
    ['simple/foo-bar', 'simple/foo-bar/'],
    ['simple/Foo.Bar', 'simple/foo-bar/'],
    ['simple/Foo.Bar/', 'simple/foo-bar/'],
    ['simple/foo__bar/', 'simple/foo-bar/'],
  ])('%s leads to %s', async (asked, target) => {
    const registry = await newPythonRegistry(server());
    const root = `${server().url}/acme/${registry}/pypi/`;
    const reply = await get(`${registry}/pypi/${asked}`);
    const location = new URL(reply.headers.get('Location') ?? '', root + asked);
    expect([reply.status, location.href]).toEqual([301, root + target]);
  });
});

describe('a page', () => {
  test.each([
    [undefined, 'text/html'],
    ['text/html', 'text/html'],
    [HTML_V1, HTML_V1],
    [JSON_V1, JSON_V1],
    ['application/vnd.pypi.simple.latest+json', JSON_V1],
    ['image/png', 'text/html'],
  ])('requested as %s is returned as %s', async (accept, type) => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry);
    for (const path of ['simple/', 'simple/demo/']) {
      const reply = await get(`${registry}/pypi/${path}`, accept ?? '*/*');
      expect([reply.headers.get('Content-Type'), reply.headers.get('Vary')]).toEqual([type, 'Accept']);
    }
  });

  test('in HTML links every file with its digest', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry, { metadata: { 'Requires-Python': '>=3.8' } });
    const html = await (await get(`${registry}/pypi/simple/demo/`, 'text/html')).text();
    expect(html).toMatch(
      /<a href="(?:\.\.\/){2}files\/([0-9a-f]{64})\/demo-1\.0\.0-py3-none-any\.whl#sha256=\1" data-requires-python="&#62;=3\.8"/,
    );
  });
});

describe.each(['simple/', 'simple/demo/'])('the page at %s', (at) => {
  test.each(['text/html', HTML_V1, JSON_V1])(
    'T-PY-1: as %s has an ETag, by which it is not sent again',
    async (type) => {
      const registry = await newPythonRegistry(server());
      await publishWheel(server(), registry);
      const ask = (headers: Record<string, string>, method = 'GET'): Promise<Response> =>
        server().native(`acme/${registry}/pypi/${at}`, { method, headers: { Accept: type, ...headers } });
      const reply = await ask({});
      const [text, etag = ''] = [await reply.text(), reply.headers.get('ETag') ?? undefined];
      expect(etag).toBe(`"${createHash('sha256').update(text).digest('hex')}"`);
      expect(reply.headers.get('Content-Security-Policy')).toBe("default-src 'none'");

      const current = await ask({ 'If-None-Match': etag, 'If-Match': etag });
      expect([current.status, current.headers.get('ETag'), current.headers.get('Vary')]).toEqual([304, etag, 'Accept']);
      expect((await ask({ 'If-Match': '"other"' })).status).toBe(412);
      const head = await ask({}, 'HEAD');
      expect([head.status, head.headers.get('Content-Length')]).toEqual([200, String(Buffer.byteLength(text))]);

      const { id } = await publishWheel(server(), registry, { version: '2.0' });
      await publishWheel(server(), registry, { name: 'other' });
      await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
      expect((await ask({ 'If-None-Match': etag })).status).toBe(at === 'simple/' ? 200 : 304);
    },
  );

  test.each(['text/html', HTML_V1, JSON_V1])('as %s is sent in ranges', async (type) => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry);
    const ask = (headers: Record<string, string>): Promise<Response> =>
      server().native(`acme/${registry}/pypi/${at}`, { headers: { Accept: type, ...headers } });
    const whole = await ask({});
    const [text, modified = ''] = [await whole.text(), whole.headers.get('Last-Modified') ?? undefined];
    const part = await ask({ Range: 'bytes=5-9', 'If-Range': whole.headers.get('ETag') ?? '' });
    expect([
      part.status,
      part.headers.get('Content-Range'),
      part.headers.get('Content-Type'),
      await part.text(),
    ]).toEqual([206, `bytes 5-9/${text.length}`, type, text.slice(5, 10)]);
    expect((await ask({ Range: `bytes=${text.length}-` })).status).toBe(416);
    expect((await ask({ 'If-Modified-Since': modified })).status).toBe(304);
  });

  test('is written once for all requests until the project or the list changes', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry);
    const { documents } = server().larder.catalog;
    const reads = [vi.spyOn(documents, 'entries'), vi.spyOn(documents, 'parts')];
    onTestFinished(() => reads.forEach((read) => read.mockRestore()));
    const counted = (): number => reads.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    await Promise.all([1, 2, 3].map(() => page(`${registry}/pypi/${at}`)));
    await page(`${registry}/pypi/${at}`);
    expect(counted()).toBe(1);
    await publishWheel(server(), registry, { version: '2.0' });
    await page(`${registry}/pypi/${at}`);
    expect(counted()).toBe(2);
  });

  test('is as new as what another server published', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry);
    await page(`${registry}/pypi/${at}`);
    const other = await startTestServer({ LARDER_DATA_DIR: server().dataDir });
    onTestFinished(() => other.stop());
    for (const name of ['demo', 'another']) {
      const bytes = buildWheel({ name, version: '2.0' });
      expect((await publish(other, registry, wheelName(name, '2.0'), bytes)).status).toBe(200);
    }
    expect(JSON.stringify(await page(`${registry}/pypi/${at}`))).toMatch(/another|demo-2\.0/);
  });
});

describe('publishing', () => {
  test.each([
    ['another spelling of the name', { name: 'Foo.Bar', version: '1.0' }, { name: 'foo-bar', version: '1.0' }],
    ['another spelling of the version', { name: 'demo', version: '1.0rc1' }, { name: 'demo', version: '1.0.RC.1' }],
    ['a version with zeros behind it', { name: 'demo', version: '1.0' }, { name: 'demo', version: '1.0.0' }],
  ])('%s is the same package', async (_, first, second) => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry, first);
    const name = wheelName(second.name, second.version);
    expect((await publish(server(), registry, name, buildWheel(second))).status).toBe(409);
  });

  test('the wheels and the sources of one version are packages of their own', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry);
    await publishWheel(server(), registry, { tags: '1-py3-none-any', metadata: { Summary: 'Built again' } });
    await published(server(), registry, 'demo-1.0.0.tar.gz', await buildSdist());
    const list = await (await server().ask(`${server().in(registry, 'packages')}?name=DEMO`)).json();
    expect((list as List).items.map(({ variant }) => variant)).toEqual(['sdist', '1-py3-none-any', 'py3-none-any']);
  });
});

interface Page {
  readonly versions: readonly string[];
  readonly files: readonly { readonly filename: string; readonly url: string; readonly 'upload-time': string }[];
}

interface List {
  readonly items: readonly { readonly variant: string }[];
}

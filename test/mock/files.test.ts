/** Files that come from the mock, files that go to it, and the links between its examples. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { components } from '../../generated/api.ts';
import { registries, useMock } from './use-mock.ts';

const mock = useMock();

type PackageList = components['schemas']['PackageList'];
type FileList = components['schemas']['PackageFileList'];

describe.each(['my-registry', 'my-files', 'my-python'])('the files of %s', (registry) => {
  const files = async (): Promise<FileList['items']> => {
    const { items } = (await (await mock().ask(`${registries}/${registry}/packages`)).json()) as PackageList;
    const { pathname } = new URL(items[0]?.url ?? '');
    return ((await (await mock().ask(`${pathname}/files`)).json()) as FileList).items;
  };

  test('have their described size and digests', async () => {
    const all = await files();
    expect(all.length).toBeGreaterThan(0);
    for (const { url, size, digests, name } of all) {
      expect(url).toContain(`/${registry}/`);
      const reply = await mock().ask(new URL(url).pathname);
      const bytes = Buffer.from(await reply.arrayBuffer());
      const digest = (algorithm: string): string => createHash(algorithm).update(bytes).digest('hex');
      expect({ size: bytes.length, sha256: digest('sha256'), sha512: digest('sha512') }).toEqual({ size, ...digests });
      expect(reply.headers.get('Content-Length')).toBe(String(size));
      expect(reply.headers.get('ETag')).toBe(`"${digests.sha256}"`);
      expect(reply.headers.get('Content-Disposition')).toContain(name);
    }
  });

  test('can be had in part, and not again when they are there', async () => {
    const [file] = await files();
    const { pathname } = new URL(file?.url ?? '');
    const bytes = await (await mock().ask(pathname)).text();
    const part = await mock().ask(pathname, { headers: { Range: 'bytes=1-3' } });
    expect([part.status, await part.text(), part.headers.get('Content-Range')]).toEqual([
      206,
      bytes.slice(1, 4),
      `bytes 1-3/${bytes.length}`,
    ]);
    const known = await mock().ask(pathname, { headers: { 'If-None-Match': `"${file?.digests.sha256}"` } });
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect((await mock().ask(pathname, { headers: { Range: 'bytes=9-' } })).status).toBe(416);
  });
});

test('pages end', async () => {
  const names: string[] = [];
  let next: string | undefined = `${mock().url}${registries}/my-registry/packages?per_page=2`;
  for (let pages = 0; next !== undefined; pages += 1) {
    expect(pages).toBeLessThan(5);
    const { pathname, search } = new URL(next);
    const reply = await mock().ask(pathname + search);
    const { items, links } = (await reply.json()) as PackageList;
    names.push(...items.map(({ name }) => name));
    expect(reply.headers.get('Link')?.includes('rel="next"')).toBe(links.next !== undefined);
    next = links.next;
  }
  expect(names).toEqual(['banana', 'grapes', 'apple']);
});

test('an empty search has the requested parameters in its links', async () => {
  const reply = await mock().ask(`${registries}/my-registry/packages?name=pear`);
  expect(await reply.json()).toMatchObject({ items: [] });
});

test('an upload of more than Prism takes is taken whole', async () => {
  const size = 24 * 1024 * 1024;
  const form = new FormData();
  form.set('file', new Blob([Buffer.alloc(size)]), 'large-1.0.0.bin');
  const reply = await mock().ask(`${registries}/my-files/packages`, { method: 'POST', body: form });
  expect([reply.status, await reply.json()]).toMatchObject([200, { name: 'manual' }]);
});

test('a presigned upload is taken, and published by its URL', async () => {
  const upload = await mock().ask(`${registries}/my-registry/packages/upload`, { method: 'POST' });
  const { form } = (await upload.json()) as components['schemas']['PackageUpload'];
  const body = new FormData();
  for (const [name, value] of Object.entries(form.data)) body.set(name, value);
  body.set(form.file_input, new Blob(['banana']), 'banana_1.1-2_amd64.deb');
  expect((await fetch(form.url, { method: form.method, body })).status).toBe(204);
  const publication = new FormData();
  publication.set('package_url', `${form.url}/banana_1.1-2_amd64.deb`);
  const published = await mock().ask(`${registries}/my-registry/packages`, { method: 'POST', body: publication });
  expect([published.status, await published.json()]).toMatchObject([200, { name: 'banana' }]);
});

test('an upload whose client goes away leaves the mock alive', async () => {
  const gone = new AbortController();
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
  const body = Readable.from(
    (async function* () {
      yield Buffer.from(head);
      yield Buffer.alloc(65_536);
      gone.abort();
    })(),
  );
  const asked = mock().ask(`${registries}/my-files/packages`, {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: Readable.toWeb(body),
    duplex: 'half',
    signal: gone.signal,
  });
  await expect(asked).rejects.toThrow('aborted');
  expect((await mock().ask(`${registries}/my-files`)).status).toBe(200);
});

test('a response can be made up, of a bearable length', async () => {
  const ask = async (): Promise<string> => {
    const reply = await mock().ask('/v2/access-tokens', { headers: { Prefer: 'dynamic=true, seed=1' } });
    expect(reply.status).toBe(200);
    return reply.text();
  };
  const [one, other] = [await ask(), await ask()];
  expect(JSON.parse(one)).toMatchObject(Array.from({ length: 7 }, () => ({ uuid: expect.any(String) as unknown })));
  expect(other).toBe(one);
});

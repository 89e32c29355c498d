/** `bk package push`, and Go's `CreatePackage`: a presigned form, the file, then the package by its URL. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { form, send, type Part, type WireReply } from './wire.ts';
import { writable } from '../../src/registry/writable.ts';

interface PresignedUpload {
  readonly form: {
    readonly file_input: string;
    readonly method: string;
    readonly url: string;
    readonly data: Readonly<Record<string, string>>;
  };
}

const userAgent = 'go-buildkite/5.14.0 buildkite-cli/3.0.0';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ LARDER_MAX_PACKAGE_SIZE: '100000' });
  await createRegistry(server, 'Debs', 'debian');
  await createRegistry(server, 'Other debs', 'debian');
});

afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

describe('the three calls', () => {
  const orders: readonly (readonly [title: string, order: (parts: Part[]) => Part[]])[] = [
    ['in one order', (parts) => parts],
    ['in another order', (parts) => parts.toReversed()],
  ];

  test.each(orders)('publish with the form %s', async (title, order) => {
    const published = await push(
      'debs',
      `${title.replaceAll(' ', '-')}_1.0_all.deb`,
      await deb(title.replaceAll(' ', '-')),
      { order },
    );
    expect([published.status, published.json()]).toMatchObject([
      200,
      { name: title.replaceAll(' ', '-'), version: '1.0' },
    ]);
  });

  test.each(['with blanks 1.deb', 'größe.deb', 'a+b.deb', 'copy (1).deb', '100%.deb', 'a#b?c.deb'])(
    'keep the name %s',
    async (fileName) => {
      const name = `named-${Buffer.from(fileName).toString('hex').slice(0, 20)}`;
      const published = await push('debs', fileName, await deb(name));
      const { url } = published.json<{ url: string }>();
      const files = await send({ method: 'GET', url: `${url}/files`, headers: credentials() });
      expect(files.json()).toMatchObject({ items: [{ name: fileName }] });
    },
  );

  // As Go's `url.JoinPath` writes them, which leaves what looks encoded, and as clients do that encode nothing.
  test.each([
    ['console_2%3a1.12_all.udeb', 'console_2%3a1.12_all.udeb'],
    ['console_2%3a1.12_all.udeb', 'console_2%253a1.12_all.udeb'],
    ['b%20c 2.deb', 'b%20c%202.deb'],
    ['a%3a b.deb', 'a:%20b.deb'],
    ['a%2Fb.deb', 'a%2Fb.deb'],
    ['90%.deb', '90%25.deb'],
    ['90%.deb', '90%.deb'],
    ['a#b.deb', 'a#b.deb'],
    ['a?b.deb', 'a?b.deb'],
    ['ü.deb', 'ü.deb'],
  ])('keep the name %s, written as %s in the URL', async (fileName, written) => {
    const name = `written-${Buffer.from(fileName + written).toString('hex')}`;
    const presigned = await request('debs');
    await store(presigned, fileName, await deb(name));
    const published = await publishUrl('debs', `${presigned.form.url}/${written}`);
    expect([published.status, published.text]).toEqual([200, expect.stringContaining(name)]);
    const { url } = published.json<{ url: string }>();
    const files = await send({ method: 'GET', url: `${url}/files`, headers: credentials() });
    expect(files.json()).toMatchObject({ items: [{ name: fileName }] });
  });

  test('keep a name with the patterns of a replacement', async () => {
    const fileName = 'a$$b$&c$`d.deb';
    const { url } = (await push('debs', fileName, await deb('patterns'))).json<{ url: string }>();
    const files = await send({ method: 'GET', url: `${url}/files`, headers: credentials() });
    expect(files.json()).toMatchObject({ items: [{ name: fileName }] });
  });

  test('respond with 409 for an existing package, with its digests', async () => {
    const bytes = await deb('twice');
    const first = (await push('debs', 'twice.deb', bytes)).json<{ digests: object }>();
    const second = await push('debs', 'twice.deb', bytes);
    expect([second.status, second.json()]).toMatchObject([409, { digests: first.digests }]);
  });
});

describe('the form', () => {
  test('needs no credentials, and looks at none', async () => {
    const presigned = await request('debs');
    const reply = await store(presigned, 'a.deb', Buffer.from('x'), {
      headers: { Authorization: 'Bearer nonsense-of-another-host' },
    });
    expect(reply.status).toBe(204);
  });

  test('takes one file', async () => {
    const presigned = await request('debs');
    await store(presigned, 'a.deb', Buffer.from('x'));
    const second = await store(presigned, 'b.deb', Buffer.from('y'));
    expect([second.status, second.json()]).toMatchObject([409, { detail: expect.stringMatching(/already.*another/) }]);
  });

  test('takes no empty file, and then another', async () => {
    const presigned = await request('debs');
    const empty = await store(presigned, 'a.deb', Buffer.alloc(0));
    expect([empty.status, empty.json()]).toMatchObject([
      422,
      { detail: 'The file is empty. Publish a file with content.' },
    ]);
    expect((await store(presigned, 'a.deb', Buffer.from('x'))).status).toBe(204);
  });

  test('stores equal bytes once', async () => {
    const bytes = Buffer.from('sent in two forms');
    for (const name of ['a.deb', 'b.deb']) await store(await request('debs'), name, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await eventually(async () => {
      const { blobs, staged } = await storedBytes(server.dataDir);
      expect([blobs.filter((blob) => blob === sha256), staged]).toEqual([[sha256], []]);
    });
  });

  test('accepts one of two concurrent files', async () => {
    const presigned = await request('debs');
    const replies = await Promise.all(['a.deb', 'b.deb'].map((name) => store(presigned, name, Buffer.from(name))));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  });

  test.each(['policy', 'signature'])('is rejected with another %s', async (part) => {
    const presigned = await request('debs');
    const other = await request('debs');
    const data = { ...presigned.form.data, [part]: other.form.data[part] ?? '' };
    expect((await store({ form: { ...presigned.form, data } }, 'a.deb', Buffer.from('x'))).status).toBe(403);
  });

  test('is rejected with the policy of another form that is signed', async () => {
    const presigned = await request('debs');
    const { policy, signature } = (await request('debs')).form.data;
    const data = { ...presigned.form.data, policy: policy ?? '', signature: signature ?? '' };
    expect((await store({ form: { ...presigned.form, data } }, 'a.deb', Buffer.from('x'))).status).toBe(403);
  });

  test('is rejected with a policy of its own making', async () => {
    const presigned = await request('debs');
    const policy = Buffer.from('{"upload":"*"}').toString('base64');
    const data = { ...presigned.form.data, policy };
    expect((await store({ form: { ...presigned.form, data } }, 'a.deb', Buffer.from('x'))).status).toBe(403);
  });

  test('is rejected with a signature that is too short', async () => {
    const presigned = await request('debs');
    const data = { ...presigned.form.data, signature: '00' };
    const reply = await store({ form: { ...presigned.form, data } }, 'a.deb', Buffer.from('x'));
    expect([reply.status, reply.json()]).toMatchObject([403, { detail: expect.stringMatching(/^The policy was not/) }]);
  });

  test('is rejected without its policy', async () => {
    const presigned = await request('debs');
    const { key = '' } = presigned.form.data;
    expect((await store({ form: { ...presigned.form, data: { key } } }, 'a.deb', Buffer.from('x'))).status).toBe(400);
  });

  test.each(['another.deb', 'folder/a.deb', '${filename}x', '${filename}.exe', ''])(
    'is rejected with the key "%s"',
    async (key) => {
      const presigned = await request('debs');
      const changed = { form: { ...presigned.form, data: { ...presigned.form.data, key } } };
      const reply = await store(changed, 'a.deb', Buffer.from('x'));
      expect([reply.status, (await store(presigned, 'a.deb', Buffer.from('x'))).status]).toEqual([403, 204]);
    },
  );

  test.each([
    ['a$&.deb', 'a$&.deb'],
    ['a.deb', 'folder/a.deb'],
    ['folder/a.deb', 'folder/a.deb'],
    ['a"b.deb', 'a%22b.deb'],
  ])('is accepted with the key "%s" for the file "%s"', async (key, fileName) => {
    const presigned = await request('debs');
    const filled = { form: { ...presigned.form, data: { ...presigned.form.data, key } } };
    expect((await store(filled, fileName, Buffer.from('x'))).status).toBe(204);
  });

  test('is rejected with the reason if its text follows the file', async () => {
    const { form: given } = await request('debs');
    const texts = Object.entries(given.data).map(([name, value]) => ({ name, value }));
    const { type, body } = form([{ name: 'file', value: 'x', fileName: 'a.deb' }, ...texts]);
    const reply = await send({ method: 'POST', url: given.url, headers: { 'Content-Type': type }, body });
    expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('must come before the file')]);
  });

  test('is not changed by text that follows the file', async () => {
    const { form: given } = await request('debs');
    const texts = Object.entries(given.data).map(([name, value]) => ({ name, value }));
    const late = { name: 'key', value: 'another.deb' };
    const { type, body } = form([...texts, { name: 'file', value: 'x', fileName: 'a.deb' }, late]);
    expect((await send({ method: 'POST', url: given.url, headers: { 'Content-Type': type }, body })).status).toBe(204);
  });

  test('takes no file that is larger than the server takes', async () => {
    const presigned = await request('debs');
    expect((await store(presigned, 'a.deb', Buffer.alloc(100_001, 'x'))).status).toBe(413);
  });

  test('is rejected when it has expired, and forgotten with its file', async () => {
    const presigned = await request('debs');
    await store(presigned, 'a.deb', Buffer.from('about to expire'));
    const id = presigned.form.url.split('/').at(-1) ?? '';
    await expire(id);
    const late = await store(presigned, 'b.deb', Buffer.from('too late'));
    const published = await publishUrl('debs', `${presigned.form.url}/a.deb`);
    await server.larder[writable].uploads.deleteExpired(new Date(), 100);
    expect([late.status, late.json(), published.status]).toMatchObject([
      403,
      { detail: 'The form has expired. Request another upload.' },
      422,
    ]);
    expect(await server.larder.catalog.uploads.find(id)).toBeUndefined();
  });

  test('has a URL without a query', async () => {
    expect((await request('debs')).form.url).toMatch(/^http:\/\/[^/]+\/uploads\/[0-9a-f-]+$/);
  });
});

describe('package_url is rejected', () => {
  test('a second time', async () => {
    const { packageUrl } = await uploaded('debs', 'once.deb', await deb('once'));
    const { id } = (await publishUrl('debs', packageUrl)).json<{ id: string }>();
    await server.ask(server.in('debs', 'packages', id), { method: 'DELETE' });
    expect((await publishUrl('debs', packageUrl)).status).toBe(422);
  });

  test('for another registry', async () => {
    const { packageUrl } = await uploaded('debs', 'elsewhere.deb', await deb('elsewhere'));
    expect((await publishUrl('other-debs', packageUrl)).status).toBe(422);
  });

  test('under another file name', async () => {
    const { packageUrl } = await uploaded('debs', 'right.deb', await deb('right'));
    expect((await publishUrl('debs', packageUrl.replace('right.deb', 'wrong.deb'))).status).toBe(422);
  });

  test.each(['%zz', '%E0%A4%A', 'right.deb%'])('under a file name that is not encoded, %s', async (name) => {
    const { packageUrl } = await uploaded('debs', 'right.deb', await deb('right'));
    expect((await publishUrl('debs', packageUrl.replace('right.deb', name))).status).toBe(422);
  });

  test('before the file was sent', async () => {
    const presigned = await request('debs');
    expect((await publishUrl('debs', `${presigned.form.url}/a.deb`)).status).toBe(422);
  });

  test.each(['http://127.0.0.1:1/uploads/x/a.deb', 'file:///etc/passwd', 'not a url', 'http://169.254.169.254/latest'])(
    'for %s',
    async (url) => {
      expect((await publishUrl('debs', url)).status).toBe(422);
    },
  );

  test('beside a file', async () => {
    const { packageUrl } = await uploaded('debs', 'both.deb', await deb('both'));
    const { type, body } = form([
      { name: 'package_url', value: packageUrl },
      { name: 'file', value: await deb('both'), fileName: 'both.deb' },
    ]);
    const reply = await send({
      method: 'POST',
      url: packages('debs'),
      headers: { ...credentials(), 'Content-Type': type },
      body,
    });
    expect(reply.status).toBe(400);
  });
});

test('a file that is not what the registry takes is rejected when it is published', async () => {
  const { packageUrl } = await uploaded('debs', 'a.deb', Buffer.from('no deb'));
  expect((await publishUrl('debs', packageUrl)).status).toBe(422);
});

async function push(
  registry: string,
  fileName: string,
  bytes: Uint8Array,
  options: StoreOptions = {},
): Promise<WireReply> {
  const { packageUrl } = await uploaded(registry, fileName, bytes, options);
  return publishUrl(registry, packageUrl);
}

async function uploaded(
  registry: string,
  fileName: string,
  bytes: Uint8Array,
  options: StoreOptions = {},
): Promise<{ packageUrl: string }> {
  const presigned = await request(registry);
  expect((await store(presigned, fileName, bytes, options)).status).toBe(204);
  const { key = '' } = presigned.form.data;
  // Go joins URL and key, and encodes the path as `url.URL` does: a plus stays as it is.
  const path = key
    .replaceAll('${filename}', () => fileName)
    .split('/')
    .map((segment) => encodeURIComponent(segment).replaceAll('%2B', '+'));
  return { packageUrl: `${presigned.form.url}/${path.join('/')}` };
}

async function request(registry: string): Promise<PresignedUpload> {
  const reply = await send({ method: 'POST', url: `${packages(registry)}/upload`, headers: credentials() });
  expect(reply.status).toBe(200);
  return reply.json();
}

interface StoreOptions {
  readonly order?: (parts: Part[]) => Part[];
  readonly headers?: Readonly<Record<string, string>>;
}

function store(
  presigned: PresignedUpload,
  fileName: string,
  bytes: Uint8Array,
  { order = (parts) => parts, headers = {} }: StoreOptions = {},
): Promise<WireReply> {
  const { file_input: input, method, url, data } = presigned.form;
  const texts = Object.entries(data).map(([name, value]) => ({ name, value }));
  const { type, body } = form([...order(texts), { name: input, value: bytes, fileName }]);
  return send({ method, url, headers: { 'User-Agent': 'Go-http-client/1.1', 'Content-Type': type, ...headers }, body });
}

function publishUrl(registry: string, packageUrl: string): Promise<WireReply> {
  const { type, body } = form([{ name: 'package_url', value: packageUrl }]);
  return send({ method: 'POST', url: packages(registry), headers: { ...credentials(), 'Content-Type': type }, body });
}

/** Puts another in the place of an upload, which differs in nothing but that its time is over. */
async function expire(id: string): Promise<void> {
  const { uploads } = server.larder[writable];
  const upload = await uploads.find(id);
  if (!upload) throw new Error('There is no such upload.');
  await uploads.delete(id);
  await uploads.insert({ ...upload, expiresAt: new Date(Date.now() - 1) });
}

function packages(registry: string): string {
  return server.url + server.in(registry, 'packages');
}

function credentials(): Record<string, string> {
  return { 'User-Agent': userAgent, Authorization: `Bearer ${server.token}` };
}

function deb(name: string): Promise<Uint8Array> {
  return buildDeb({ control: { Package: name, Version: '1.0', Architecture: 'all' } });
}

/** Traps of the protocol, by their numbers in the notes on native protocols (T-OCI). */
import { beforeAll, describe, expect, test } from 'vitest';
import { issueToken } from '../../native/tokens.ts';
import { useServer } from '../../native/watched-server.ts';
import { bodyOf } from '../../fixtures/replies.ts';
import type { Home } from '../recipe.ts';
import { listed, openRegistry, remove } from '../registries.ts';
import { issueRegistryToken } from './registry-token.ts';
import {
  basic,
  bytesOf,
  describe as descriptorOf,
  digestOf,
  expectStatus,
  imageOf,
  indexOf,
  openOciClient,
  placeOf,
  types,
  type Bytes,
  type OciClient,
} from './client.ts';

const server = useServer();
const images = { ecosystem: 'oci' } as const;

let home: Home;
let client: OciClient;

beforeAll(async () => {
  home = await openRegistry(server(), images, 'a private');
  client = clientOf(home);
});

/** A client with all scopes. */
function clientOf(at: Home): OciClient {
  return openOciClient({ ...placeOf(at), token: server().token });
}

async function begin(name: string, at = client): Promise<string> {
  const opened = await expectStatus(await at.send(`${name}/blobs/uploads/`, { method: 'POST' }), 202);
  return opened.headers.get('Location') ?? '';
}

async function errorOf(reply: Response): Promise<readonly [number, string]> {
  const { errors } = (await reply.json()) as { readonly errors: readonly { readonly code: string }[] };
  return [reply.status, errors[0]?.code ?? ''];
}

const statusOf = async (path: string, init?: RequestInit, at = client): Promise<number> =>
  (await at.send(path, init)).status;

const patch = (location: string, body: string | Bytes, range?: string): Promise<Response> =>
  client.send(location, { method: 'PATCH', body, headers: range === undefined ? {} : { 'Content-Range': range } });

async function tokenFor(password: string | undefined, ...scopes: readonly string[]): Promise<string> {
  const query = new URLSearchParams(scopes.map((scope): [string, string] => ['scope', scope]));
  const headers: Record<string, string> = password === undefined ? {} : { Authorization: basic(password) };
  const reply = await expectStatus(await fetch(`${server().url}/token?${query.toString()}`, { headers }), 200);
  return ((await reply.json()) as { token: string }).token;
}

const withToken = (path: string, token: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server().url}${path}`, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });

const repository = (name: string, at = home): string => `${placeOf(at).registry}/${name}`;

test('T-OCI-1: an upload without bytes has the range 0-0, also after an empty chunk', async () => {
  const opened = await client.send('t1/blobs/uploads/', { method: 'POST' });
  const location = opened.headers.get('Location') ?? '';
  const empty = await patch(location, '');
  const state = await client.send(location);
  const ranges = [opened, empty, state].map((reply) => [reply.status, reply.headers.get('Range')]);
  expect(ranges).toEqual([
    [202, '0-0'],
    [202, '0-0'],
    [204, '0-0'],
  ]);
});

describe('T-OCI-2: a chunk at the wrong offset', () => {
  test('is rejected with 416, and the upload continues where it was', async () => {
    const bytes = bytesOf('one two three');
    const location = await begin('t2');
    await expectStatus(await patch(location, bytes.slice(0, 4), '0-3'), 202);
    const wrong = await patch(location, bytes.slice(8), '8-12');
    const last = await client.send(`${location}?digest=${digestOf(bytes)}`, {
      method: 'PUT',
      body: bytes.slice(8),
      headers: { 'Content-Range': '8-12' },
    });
    const state = await client.send(location);
    for (const reply of [wrong, last]) {
      const found = new URL(reply.headers.get('Location') ?? '', server().url).pathname;
      expect([reply.status, found, reply.headers.get('Range')]).toEqual([416, location, '0-3']);
    }
    expect([state.status, state.headers.get('Range')]).toEqual([204, '0-3']);
    await expectStatus(await patch(location, bytes.slice(4), '4-12'), 202);
    const done = await client.send(`${location}?digest=${digestOf(bytes)}`, { method: 'PUT' });
    expect(done.status).toBe(201);
  });

  test('and a range of another length than the body are rejected, and nothing is added', async () => {
    const location = await begin('t2');
    expect(await errorOf(await patch(location, 'abc', '0-9'))).toEqual([400, 'BLOB_UPLOAD_INVALID']);
    expect((await client.send(location)).headers.get('Range')).toBe('0-0');
  });
});

describe('T-OCI-3: a mount', () => {
  const blob = bytesOf('a shared layer');
  const digest = digestOf(blob);
  let other: Home;

  beforeAll(async () => {
    other = await openRegistry(server(), images, 'a private');
    await clientOf(other).upload('base', blob);
  });

  const mount = (at: OciClient, from?: string): Promise<Response> =>
    at.send(`t3/blobs/uploads/?mount=${digest}${from === undefined ? '' : `&from=${from}`}`, { method: 'POST' });

  test('from an image that the caller cannot read begins an upload', async () => {
    const foreign = await issueToken(server(), { organization: 'strangers' });
    expect(await findsBlob(foreign, other)).toBe(false);
    const pushing = await tokenFor(server().token, `repository:${repository('t3')}:pull,push`);
    const init = { method: 'POST' };
    const url = `/v2/${repository('t3')}/blobs/uploads/?mount=${digest}&from=${repository('base', other)}`;
    const reply = await withToken(url, pushing, init);
    expect([reply.status, await statusOf(`t3/blobs/${digest}`)]).toEqual([202, 404]);
  });

  test.each(['nobody/nothing/here', 'short'])('from "%s" begins an upload', async (from) => {
    expect((await mount(client, from)).status).toBe(202);
  });

  test('without a source finds the blobs of its own registry only', async () => {
    const own = await openRegistry(server(), images, 'a private');
    const there = clientOf(own);
    const before = await mount(there);
    await there.upload('base', blob);
    const after = await mount(there);
    expect([before.status, after.status]).toEqual([202, 201]);
  });

  test('from an image that the caller reads makes the blob one of the registry', async () => {
    const own = await openRegistry(server(), images, 'a private');
    const { server: url, registry } = placeOf(own);
    const scopes = [`repository:${registry}/t3:pull,push`, `repository:${repository('base', other)}:pull`];
    const token = await tokenFor(server().token, ...scopes);
    const path = `/v2/${registry}/t3/blobs/uploads/?mount=${digest}&from=${repository('base', other)}`;
    const reply = await withToken(path, token, { method: 'POST' });
    const stored = await withToken(new URL(reply.headers.get('Location') ?? '', url).pathname, token);
    expect([reply.status, reply.headers.get('Docker-Content-Digest'), await stored.text()]).toEqual([
      201,
      digest,
      'a shared layer',
    ]);
  });

  async function findsBlob(password: string, at: Home): Promise<boolean> {
    const token = await tokenFor(password, `repository:${repository('base', at)}:pull`);
    return (await withToken(`/v2/${repository('base', at)}/blobs/${digest}`, token)).status === 200;
  }
});

describe('T-OCI-4: a manifest that an index needs', () => {
  test('is a part of it in the API, and cannot be deleted before it', async () => {
    const own = await openRegistry(server(), images, 'a private');
    const at = clientOf(own);
    const [inner, outer] = [imageOf('inner'), imageOf('outer')];
    await at.pushImage('app', inner);
    await at.pushImage('app', outer);
    const nested = indexOf([inner]);
    await expectStatus(await at.push('app', digestOf(nested), nested, types.index), 201);
    const manifests = [descriptorOf(nested, types.index), descriptorOf(outer.manifest, types.image)];
    const index = bytesOf({ schemaVersion: 2, mediaType: types.index, manifests });
    await expectStatus(await at.push('app', 'latest', index, types.index), 201);
    expect((await listed(own)).map(({ version }) => version)).toEqual([digestOf(index)]);
    for (const digest of [inner.digest, digestOf(nested)]) {
      expect(await errorOf(await at.send(`app/manifests/${digest}`, { method: 'DELETE' }))).toEqual([409, 'DENIED']);
      expect(await statusOf(`app/manifests/${digest}`, {}, at)).toBe(200);
    }
    expect(await statusOf(`app/manifests/${digestOf(index)}`, { method: 'DELETE' }, at)).toBe(202);
    const left = (await listed(own)).map(({ version }) => version).toSorted();
    expect(left).toEqual([digestOf(nested), outer.digest].toSorted());
  });

  test('and a referrer of a kept subject are not deleted by the API', async () => {
    const own = await openRegistry(server(), images, 'a private');
    const at = clientOf(own);
    const image = imageOf('signed');
    await at.pushImage('app', image, 'latest');
    const signature = imageOf('signature', { subject: descriptorOf(image.manifest, types.image) });
    await at.pushImage('app', signature);
    const [only, ...more] = await listed(own);
    expect([only?.version, more]).toEqual([image.digest, []]);
    const path = server().in(own.slug, 'packages', only?.id ?? '');
    const { detail } = await bodyOf(server().ask(path, { method: 'DELETE' }), 'Problem', 409);
    expect(detail).toContain(signature.digest);
    expect(await statusOf(`app/manifests/${signature.digest}`, { method: 'DELETE' }, at)).toBe(202);
    await remove(own, { name: 'app', version: image.digest, files: [{ name: '', bytes: image.manifest }] });
    expect(await listed(own)).toEqual([]);
  });
});

test.each([
  ['two parameters', (one: string, other: string) => [one, other]],
  ['one parameter with a space', (one: string, other: string) => [`${one} ${other}`]],
])('T-OCI-5: a token for two scopes in %s has both', async (_, scopes) => {
  await client.pushImage('t5', imageOf('t5'), 'latest');
  const other = await openRegistry(server(), images, 'a private');
  await clientOf(other).pushImage('t5', imageOf('t5'), 'latest');
  const names = [repository('t5'), repository('t5', other)] as const;
  const token = await tokenFor(server().token, ...scopes(`repository:${names[0]}:pull`, `repository:${names[1]}:pull`));
  const replies = await Promise.all(names.map((name) => withToken(`/v2/${name}/manifests/latest`, token)));
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
});

describe('T-OCI-6: a token request as a form', () => {
  const request = (fields: Record<string, string>): Promise<Response> =>
    fetch(`${server().url}/token`, { method: 'POST', body: new URLSearchParams(fields) });

  test('works like one with Basic credentials, and gives a refresh token that works', async () => {
    await client.pushImage('t6', imageOf('t6'), 'latest');
    const scope = `repository:${repository('t6')}:pull`;
    const password = await issueToken(server());
    const form = { grant_type: 'password', service: 'larder', scope, client_id: 'test', username: 'x', password };
    const first = await expectStatus(await request({ ...form, access_type: 'offline' }), 200);
    const { access_token: access, refresh_token: refresh = '' } = (await first.json()) as TokenReply;
    const again = await request({ grant_type: 'refresh_token', scope, refresh_token: refresh });
    const { access_token: fresh } = (await (await expectStatus(again, 200)).json()) as TokenReply;
    const path = `/v2/${repository('t6')}/manifests/latest`;
    const replies = await Promise.all([access, fresh].map((token) => withToken(path, token)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect((await withToken(path, refresh)).status).toBe(401);
    expect(first.headers.get('Cache-Control')).toBe('no-store');
  });

  test('gets a refresh token with Basic credentials, too, which ends with the token that it was made from', async () => {
    const password = await issueToken(server(), { scopes: ['read_packages', 'delete_packages'] });
    const headers = { Authorization: basic(password) };
    const reply = await expectStatus(await fetch(`${server().url}/token?offline_token=true`, { headers }), 200);
    const { refresh_token: refresh = '', access_token: access } = (await reply.json()) as TokenReply;
    const exchange = () => request({ grant_type: 'refresh_token', refresh_token: refresh });
    const before = [(await exchange()).status, (await withToken('/v2/', access)).status];
    const revoked = await fetch(`${server().url}/v2/access-token`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${password}` },
    });
    expect(revoked.status).toBe(204);
    expect([before, (await exchange()).status, (await withToken('/v2/', access)).status]).toEqual([
      [200, 200],
      401,
      401,
    ]);
  });

  test('for an anonymous caller reads public registries only', async () => {
    const open = await openRegistry(server(), images, 'a public');
    await clientOf(open).pushImage('t6', imageOf('t6'), 'latest');
    await client.pushImage('t6', imageOf('t6'), 'latest');
    const names = [repository('t6', open), repository('t6')] as const;
    const token = await tokenFor(undefined, ...names.map((name) => `repository:${name}:pull,push`));
    const read = await Promise.all(names.map((name) => withToken(`/v2/${name}/manifests/latest`, token)));
    const pushed = await withToken(`/v2/${names[0]}/blobs/uploads/`, token, { method: 'POST' });
    const rest = await Promise.all(['GET', 'DELETE'].map((method) => withToken('/v2/access-token', token, { method })));
    const statuses = [read, [pushed], rest].map((replies) => replies.map(({ status }) => status));
    expect(statuses).toEqual([[200, 401], [401], [401, 401]]);
  });

  test.each([
    ['a wrong password', { grant_type: 'password', password: 'wrong' }],
    ['no password', { grant_type: 'password' }],
    ['a wrong refresh token', { grant_type: 'refresh_token', refresh_token: 'larder_grant_x.y.z' }],
  ])('is rejected with %s', async (_, fields) => {
    expect(await errorOf(await request(fields))).toEqual([401, 'UNAUTHORIZED']);
  });
});

interface TokenReply {
  readonly access_token: string;
  readonly refresh_token?: string;
}

test('T-OCI-7: a manifest whose bytes have another digest is rejected, and nothing is stored', async () => {
  const image = imageOf('t7');
  for (const blob of image.blobs) await client.upload('t7', blob);
  const other = digestOf(bytesOf('other'));
  expect(await errorOf(await client.push('t7', other, image.manifest))).toEqual([400, 'DIGEST_INVALID']);
  expect(await errorOf(await client.push('t7', 'sha256:short', image.manifest))).toEqual([400, 'DIGEST_INVALID']);
  expect([await statusOf(`t7/manifests/${other}`), await statusOf(`t7/manifests/${image.digest}`)]).toEqual([404, 404]);
});

describe('T-OCI-8: the list of tags', () => {
  test('has the tags of its image only, in pages, in the order of their bytes', async () => {
    const own = await openRegistry(server(), images, 'a private');
    const at = clientOf(own);
    const image = imageOf('t8');
    await at.pushImage('my-app', image, 'other');
    for (const blob of image.blobs) await at.upload('app', blob);
    const tags = Array.from({ length: 600 }, (_, n) => `${n % 2 === 0 ? 'v' : 'V'}${n}`);
    for (let n = 0; n < tags.length; n += 50) {
      const query = new URLSearchParams(tags.slice(n, n + 50).map((tag): [string, string] => ['tag', tag]));
      const reply = await at.push('app', `${image.digest}?${query.toString()}`, image.manifest);
      expect([reply.status, reply.headers.get('OCI-Tag')]).toEqual([201, tags.slice(n, n + 50).join(', ')]);
    }
    const sorted = tags.toSorted((a, b) => (a < b ? -1 : 1));
    const pages: string[] = [];
    let next: string | undefined = 'app/tags/list?n=99';
    while (next !== undefined) {
      const reply: Response = await expectStatus(await at.send(next), 200);
      const body = (await reply.json()) as { name: string; tags: string[] };
      expect([body.name, body.tags.length <= 99]).toEqual([`${placeOf(own).registry}/app`, true]);
      pages.push(...body.tags);
      next = /^<(.+)>; rel="next"$/.exec(reply.headers.get('Link') ?? '')?.[1];
    }
    const none = await at.send('app/tags/list?n=0');
    expect([pages, await none.json(), none.headers.get('Link')]).toEqual([
      sorted,
      { name: `${placeOf(own).registry}/app`, tags: [] },
      null,
    ]);
  });
});

test('T-OCI-9: a deleted tag leaves the others, and a deleted digest leaves none', async () => {
  const image = imageOf('t9');
  await client.pushImage('t9', image, 'one');
  await expectStatus(await client.push('t9', 'two', image.manifest), 201);
  const seen = async () =>
    await Promise.all(['one', 'two', image.digest].map((reference) => statusOf(`t9/manifests/${reference}`)));
  expect(await statusOf('t9/manifests/one', { method: 'DELETE' })).toBe(202);
  const afterTag = await seen();
  expect(await statusOf(`t9/manifests/${image.digest}`, { method: 'DELETE' })).toBe(202);
  expect([afterTag, await seen()]).toEqual([
    [404, 200, 200],
    [404, 404, 404],
  ]);
  await client.pushImage('t9', image, 'again');
  expect(await statusOf('t9/manifests/again')).toBe(200);
});

test('T-OCI-10: a manifest whose blob is gone is rejected, and nothing is stored', async () => {
  const image = imageOf('t10');
  for (const blob of image.blobs) await client.upload('t10', blob);
  const [, layer = bytesOf('')] = image.blobs;
  expect(await statusOf(`t10/blobs/${digestOf(layer)}`, { method: 'DELETE' })).toBe(202);
  expect(await errorOf(await client.push('t10', 'latest', image.manifest))).toEqual([400, 'MANIFEST_BLOB_UNKNOWN']);
  expect(await statusOf(`t10/manifests/${image.digest}`)).toBe(404);
  await client.upload('t10', layer);
  await expectStatus(await client.push('t10', 'latest', image.manifest), 201);
  expect(await errorOf(await client.send(`t10/blobs/${digestOf(layer)}`, { method: 'DELETE' }))).toEqual([
    409,
    'DENIED',
  ]);
});

test('T-OCI-11: a token of one registry logs in, and gets no access to another', async () => {
  const other = await openRegistry(server(), images, 'a private');
  await client.pushImage('t11', imageOf('t11'), 'latest');
  await clientOf(other).pushImage('t11', imageOf('t11'), 'latest');
  const secret = await issueRegistryToken(home);
  const login = await tokenFor(secret);
  expect((await withToken('/v2/', login)).status).toBe(200);
  const scopes = [repository('t11'), repository('t11', other)].map((name) => `repository:${name}:pull,push`);
  const token = await tokenFor(secret, ...scopes);
  const own = await withToken(`/v2/${repository('t11')}/manifests/latest`, token);
  const pushed = await withToken(`/v2/${repository('t11')}/blobs/uploads/`, token, { method: 'POST' });
  const foreign = await withToken(`/v2/${repository('t11', other)}/manifests/latest`, token);
  expect([own.status, await errorOf(pushed), await errorOf(foreign)]).toEqual([200, [401, 'DENIED'], [401, 'DENIED']]);
});

test('T-OCI-12: a blob is served without a redirect, for HEAD, too', async () => {
  const blob = bytesOf('t12');
  await client.upload('t12', blob);
  const path = `t12/blobs/${digestOf(blob)}`;
  const replies = [await client.send(path, { redirect: 'manual' }), await client.send(path, { method: 'HEAD' })];
  expect(replies.map(({ status, headers }) => [status, headers.get('Content-Length')])).toEqual([
    [200, '3'],
    [200, '3'],
  ]);
});

test('T-OCI-13: a list of tags after one, without a size, has all later ones', async () => {
  const image = imageOf('t13');
  await client.pushImage('t13', image);
  const tags = ['B', 'a', 'b', 'c'];
  await expectStatus(
    await client.push('t13', `${image.digest}?${tags.map((tag) => `tag=${tag}`).join('&')}`, image.manifest),
    201,
  );
  const { tags: later } = (await (await client.send('t13/tags/list?last=B')).json()) as { tags: string[] };
  expect(later).toEqual(['a', 'b', 'c']);
});

test('T-OCI-14: all locations are relative', async () => {
  const image = imageOf('t14');
  const [first = bytesOf('')] = image.blobs;
  const opened = await client.send('t14/blobs/uploads/', { method: 'POST' });
  const whole = await client.send(`t14/blobs/uploads/?digest=${digestOf(first)}`, { method: 'POST', body: first });
  for (const blob of image.blobs) await client.upload('t14', blob);
  const pushed = await client.push('t14', 'latest', image.manifest);
  const locations = [opened, whole, pushed].map(({ headers }) => headers.get('Location')?.slice(0, 4));
  expect(locations).toEqual(['/v2/', '/v2/', '/v2/']);
});

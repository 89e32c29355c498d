/** The protocol beyond its traps: ranges, conditions, both digests, referrers, the catalog, and what manifests may have. */
import { beforeAll, describe, expect, test } from 'vitest';
import { bodyOf } from '../../fixtures/replies.ts';
import { useServer } from '../../native/watched-server.ts';
import type { Home } from '../recipe.ts';
import { listed, openRegistry, setStanding } from '../registries.ts';
import {
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

let home: Home;
let client: OciClient;

beforeAll(async () => {
  [home, client] = await open();
});

async function open(): Promise<[Home, OciClient]> {
  const made = await openRegistry(server(), { ecosystem: 'oci' }, 'a private');
  return [made, openOciClient({ ...placeOf(made), token: server().token })];
}

async function codeOf(reply: Response): Promise<readonly [number, string]> {
  const { errors } = (await reply.json()) as { readonly errors: readonly { readonly code: string }[] };
  return [reply.status, errors[0]?.code ?? ''];
}

const json = async (path: string, at = client): Promise<unknown> =>
  await (await expectStatus(await at.send(path), 200)).json();

describe('bytes', () => {
  const image = imageOf('bytes');
  const [config = bytesOf('')] = image.blobs;
  const urls = [`bytes/manifests/latest`, `bytes/blobs/${digestOf(config)}`] as const;

  beforeAll(async () => client.pushImage('bytes', image, 'latest'));

  test('are served whole, in part, and not again to a client that has them', async () => {
    for (const [index, url] of urls.entries()) {
      const bytes = index === 0 ? image.manifest : config;
      const whole = await client.send(url);
      const { headers } = whole;
      const part = await client.send(url, { headers: { Range: 'bytes=1-2' } });
      const known = await client.send(url, { headers: { 'If-None-Match': headers.get('ETag') ?? '' } });
      expect([whole.status, headers.get('Docker-Content-Digest'), headers.get('Content-Length')]).toEqual([
        200,
        digestOf(bytes),
        String(bytes.length),
      ]);
      expect(headers.get('Docker-Distribution-Api-Version')).toBe('registry/2.0');
      expect([part.status, await part.text(), known.status]).toEqual([
        206,
        Buffer.from(bytes.subarray(1, 3)).toString(),
        304,
      ]);
    }
  });

  test('of a manifest have the media type that it was pushed with', async () => {
    const docker = 'application/vnd.docker.distribution.manifest.v2+json';
    const manifest = bytesOf({ ...(JSON.parse(Buffer.from(image.manifest).toString()) as object), mediaType: docker });
    await expectStatus(await client.push('bytes', 'docker', manifest, docker), 201);
    const types = await Promise.all(['latest', 'docker'].map((tag) => client.send(`bytes/manifests/${tag}`)));
    expect(types.map(({ headers }) => headers.get('Content-Type'))).toEqual([
      'application/vnd.oci.image.manifest.v1+json',
      docker,
    ]);
  });

  test('are found by their SHA-256 and by their SHA-512', async () => {
    const [sha256, sha512] = [digestOf(image.manifest), digestOf(image.manifest, 'sha512')];
    await expectStatus(await client.push('other', sha512, image.manifest), 201);
    const replies = [
      `bytes/manifests/${sha512}`,
      `other/manifests/${sha256}`,
      `bytes/blobs/${digestOf(config, 'sha512')}`,
    ];
    expect(await Promise.all(replies.map(async (url) => (await client.send(url)).status))).toEqual([200, 200, 200]);
  });

  test('are uploaded with a SHA-512, which is compared', async () => {
    const blob = bytesOf('sha512');
    const upload = async (digest: string): Promise<Response> =>
      await client.send(`bytes/blobs/uploads/?digest=${digest}`, { method: 'POST', body: blob });
    const other = digestOf(bytesOf('other'), 'sha512');
    expect(await codeOf(await upload(other))).toEqual([400, 'DIGEST_INVALID']);
    expect((await upload(digestOf(blob, 'sha512'))).status).toBe(201);
    expect((await client.send(`bytes/blobs/${digestOf(blob)}`)).status).toBe(200);
  });
});

describe('a manifest', () => {
  const layer = bytesOf('the only layer');
  const config = bytesOf({});
  const base = { schemaVersion: 2, mediaType: types.image, config: descriptorOf(config, types.empty), layers: [] };

  beforeAll(async () => {
    await client.upload('m', layer);
    await client.upload('m', config);
  });

  const push = (value: object | string, mediaType: string = types.image): Promise<Response> =>
    client.push('m', 'latest', bytesOf(value), mediaType);

  test.each([
    ['text', 'not JSON', types.image],
    ['a list', '[]', types.image],
    ['schema 1', { ...base, schemaVersion: 1 }, types.image],
    [
      'the type of schema 1',
      { ...base, mediaType: undefined },
      'application/vnd.docker.distribution.manifest.v1+prettyjws',
    ],
    ['another type inside', { ...base, mediaType: types.index }, types.image],
    ['an unknown type', { ...base, mediaType: undefined }, 'application/x-other'],
    ['no type', { ...base, mediaType: undefined }, 'application/json'],
    ['no config', { ...base, config: undefined }, types.image],
    ['layers that are no list', { ...base, layers: 'x' }, types.image],
    ['a layer without a digest', { ...base, layers: [{ mediaType: types.layer, size: 1 }] }, types.image],
    [
      'a digest of another algorithm',
      { ...base, layers: [{ ...descriptorOf(layer, types.layer), digest: 'md5:00' }] },
      types.image,
    ],
    ['a negative size', { ...base, layers: [{ ...descriptorOf(layer, types.layer), size: -1 }] }, types.image],
    ['a malformed media type', { ...base, layers: [descriptorOf(layer, 'a\r\nb: c')] }, types.image],
    [
      'too many layers',
      { ...base, layers: Array.from({ length: 991 }, () => descriptorOf(layer, types.layer)) },
      types.image,
    ],
    ['annotations that are no texts', { ...base, annotations: { a: 1 } }, types.image],
    ['a malformed subject', { ...base, subject: { digest: 'x' } }, types.image],
    [
      'long annotations and a subject',
      { ...base, annotations: { a: 'x'.repeat(70_000) }, subject: descriptorOf(layer, types.image) },
      types.image,
    ],
  ])('with %s is rejected', async (_, value, mediaType) => {
    expect(await codeOf(await push(value, mediaType))).toEqual([400, 'MANIFEST_INVALID']);
  });

  test.each([
    [
      'fields of other programs',
      { ...base, custom: { a: [1] }, layers: [descriptorOf(layer, types.layer, { data: 'e30=' })] },
    ],
    ['long annotations', { ...base, annotations: { a: 'x'.repeat(70_000) } }],
    [
      'a layer that is not distributable, and elsewhere',
      { ...base, layers: [descriptorOf(bytesOf('gone'), 'application/vnd.oci.image.layer.nondistributable.v1.tar')] },
    ],
    ['a subject that does not exist', { ...base, subject: descriptorOf(bytesOf('gone'), types.image) }],
  ])('with %s is served as it was pushed', async (_, value) => {
    const bytes = bytesOf(value);
    const pushed = await expectStatus(await push(value), 201);
    const served = await client.send(pushed.headers.get('Location') ?? '');
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('of 5 MiB is rejected before it is read', async () => {
    const reply = await client.push('m', 'latest', new Uint8Array(5 * 1024 * 1024));
    expect(await codeOf(reply)).toEqual([413, 'SIZE_INVALID']);
  });

  test('of an index shows its images as files with size, digest and platform', async () => {
    const [own, at] = await open();
    const image = imageOf('shown');
    await at.pushImage('app', image);
    const index = indexOf([image], { annotations: { title: 'An index' } });
    await expectStatus(await at.push('app', 'latest', index, types.index), 201);
    const [pkg] = await listed(own);
    const path = server().in(own.slug, 'packages', pkg?.id ?? '', 'files');
    const { items } = await bodyOf(server().ask(path), 'PackageFileList');
    expect(items.map(({ name, size }) => [name, size])).toEqual([
      [digestOf(index), index.length],
      [image.digest, image.manifest.length],
    ]);
    const platform = { os: 'linux', architecture: 'amd64' };
    const shown = { digest: image.digest, media_type: types.image, size: image.manifest.length, platform };
    expect([pkg?.tags, pkg?.metadata]).toEqual([
      ['latest'],
      { size: index.length, media_type: types.index, annotations: { title: 'An index' }, manifests: [shown] },
    ]);
  });

  test('of an image shows the platform of its config', async () => {
    const [own, at] = await open();
    await at.pushImage('app', imageOf('platform'), 'latest');
    const [pkg] = await listed(own);
    expect(pkg?.metadata).toMatchObject({ platform: { os: 'linux', architecture: 'amd64' }, layers: 1 });
  });
});

describe('referrers', () => {
  const subject = imageOf('subject');
  const about = descriptorOf(subject.manifest, types.image);

  const signature = (n: number): Bytes =>
    bytesOf({
      schemaVersion: 2,
      mediaType: types.image,
      ...(n % 2 === 0 && { artifactType: 'application/x-even' }),
      config: descriptorOf(bytesOf({}), types.empty),
      layers: [],
      subject: about,
      annotations: { number: String(n) },
    });

  const all = async (path: string, at: OciClient): Promise<{ digests: string[]; pages: number }> => {
    const digests: string[] = [];
    let pages = 0;
    for (let next: string | undefined = path; next !== undefined; pages += 1) {
      const reply: Response = await expectStatus(await at.send(next), 200);
      const { manifests } = (await reply.json()) as { manifests: { digest: string }[] };
      digests.push(...manifests.map(({ digest }) => digest));
      next = /^<(.+)>; rel="next"$/.exec(reply.headers.get('Link') ?? '')?.[1];
    }
    return { digests, pages };
  };

  test('of an unknown digest are an empty list, and a malformed digest is rejected', async () => {
    const unknown = await client.send(`nothing/referrers/${digestOf(bytesOf('x'))}`);
    expect([unknown.headers.get('Content-Type'), await unknown.json()]).toEqual([
      types.index,
      { schemaVersion: 2, mediaType: types.index, manifests: [] },
    ]);
    expect(await codeOf(await client.send('nothing/referrers/sha256:x'))).toEqual([400, 'DIGEST_INVALID']);
  });

  test('are listed with their types and annotations, in pages, and by type', async () => {
    const [, at] = await open();
    await at.pushImage('app', subject);
    await at.upload('app', bytesOf({}));
    const signatures = Array.from({ length: 101 }, (_, n) => signature(n));
    for (const bytes of signatures) {
      const pushed = await expectStatus(await at.push('app', digestOf(bytes), bytes), 201);
      expect(pushed.headers.get('OCI-Subject')).toBe(subject.digest);
    }
    const path = `app/referrers/${subject.digest}`;
    const { manifests } = (await json(path, at)) as { manifests: object[] };
    expect(manifests.slice(0, 2)).toEqual([
      {
        ...descriptorOf(signatures[0] ?? bytesOf(''), types.image),
        artifactType: 'application/x-even',
        annotations: { number: '0' },
      },
      {
        ...descriptorOf(signatures[1] ?? bytesOf(''), types.image),
        artifactType: types.empty,
        annotations: { number: '1' },
      },
    ]);
    expect(await all(path, at)).toEqual({ digests: signatures.map((bytes) => digestOf(bytes)), pages: 2 });
    const filtered = await at.send(`${path}?artifactType=application/x-even`);
    const even = signatures.filter((_, n) => n % 2 === 0).map((bytes) => digestOf(bytes));
    expect(filtered.headers.get('OCI-Filters-Applied')).toBe('artifactType');
    expect(await all(`${path}?artifactType=application/x-even`, at)).toEqual({ digests: even, pages: 2 });
  });
});

test('the tags of a withdrawn image are not listed, and its bytes are not found', async () => {
  const [own, at] = await open();
  const [kept, gone] = [imageOf('kept'), imageOf('gone')];
  await at.pushImage('app', kept, 'kept');
  await at.pushImage('app', gone, 'gone');
  await setStanding(
    own,
    { name: 'app', version: gone.digest, files: [{ name: '', bytes: gone.manifest }] },
    'withdraw',
  );
  expect(await json('app/tags/list', at)).toEqual({ name: `${placeOf(own).registry}/app`, tags: ['kept'] });
  const urls = [
    'app/manifests/gone',
    `app/manifests/${gone.digest}`,
    `app/blobs/${digestOf(gone.blobs[1] ?? bytesOf(''))}`,
  ];
  expect(await Promise.all(urls.map(async (url) => (await at.send(url)).status))).toEqual([404, 404, 404]);
});

test('an upload of another registry is not found', async () => {
  const [, at] = await open();
  const opened = await client.send('app/blobs/uploads/', { method: 'POST' });
  const id = opened.headers.get('Docker-Upload-UUID') ?? '';
  expect(await codeOf(await at.send(`app/blobs/uploads/${id}`))).toEqual([404, 'BLOB_UPLOAD_UNKNOWN']);
  expect((await client.send(`app/blobs/uploads/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await client.send(`app/blobs/uploads/${id}`)).status).toBe(404);
});

test('an image is pushed to a tag on two servers, and one of them wins', async () => {
  const [first, second] = [imageOf('first'), imageOf('second')];
  await Promise.all([first, second].map((image) => client.pushImage('race', image, 'latest')));
  const { headers } = await client.send('race/manifests/latest');
  expect([first.digest, second.digest]).toContain(headers.get('Docker-Content-Digest'));
  for (const { digest, blobs } of [first, second]) {
    expect((await client.send(`race/manifests/${digest}`)).status).toBe(200);
    for (const blob of blobs) expect((await client.send(`race/blobs/${digestOf(blob)}`)).status).toBe(200);
  }
});

test('a form cannot publish an image', async () => {
  const form = new FormData();
  form.set('file', new Blob([imageOf('form').manifest]), 'manifest.json');
  const reply = await server().ask(server().in(home.slug, 'packages'), { method: 'POST', body: form });
  expect((await bodyOf(reply, 'Problem', 422)).detail).toContain('Push it with a client of OCI');
});

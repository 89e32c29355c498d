/** Manifests that name stored bytes, other versions and tags. */
import { expect, test } from 'vitest';
import { head, openConnection } from '../../../bad-input/raw-connection.ts';
import { useServer } from '../../../native/watched-server.ts';
import { fetchFrom } from '../../follow.ts';
import type { Home } from '../../recipe.ts';
import { copy, listed, openRegistry, packagePath } from '../../registries.ts';
import { modules } from '../modules.ts';
import { send } from '../send.ts';
import { wideApi } from '../wide-api.ts';
import { bundles, digestOf, manifests, uploadBlob } from './recipe.ts';

const server = useServer({ modules, api: wideApi });
const name = 'acme/demo';

const open = (recipe = manifests): Promise<Home> => openRegistry(server(), recipe, 'a public');

interface Pushed {
  readonly name: string;
  readonly version: string;
  readonly files: readonly [{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }];
}

/** Pushes a manifest to a tag, or to its digest. */
async function push(home: Home, manifest: object, tag?: string): Promise<Pushed> {
  const bytes = Buffer.from(JSON.stringify(manifest));
  const version = digestOf(bytes);
  await send(home, 'PUT', `manifests/${name}/manifests/${tag ?? version}`, bytes);
  return { name, version, files: [{ name: 'manifest.json', bytes }] };
}

async function pushLayer(home: Home, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  await uploadBlob(home, name, bytes);
  return digestOf(bytes);
}

test('a manifest that names bytes which the registry does not have is rejected with 422', async () => {
  const home = await open();
  const layers = [digestOf(Buffer.from('missing'))];
  await expect(push(home, { layers })).rejects.toMatchObject({ status: 422 });
  expect(await listed(home)).toEqual([]);
});

test('bytes that another registry has are rejected with 422', async () => {
  const [home, other] = [await open(), await open()];
  const layers = [await pushLayer(other, 'layer')];
  await expect(push(home, { layers })).rejects.toMatchObject({ status: 422 });
});

test('a piece at a wrong offset is rejected before it is received, with the right offset', async () => {
  const home = await open();
  const opened = await send(home, 'POST', `manifests/${name}/blobs/uploads`);
  const path = new URL(opened.headers.get('Location') ?? '').pathname;
  const append = async (offset: number): Promise<unknown> => {
    using connection = await openConnection(server().url);
    const headers = { Authorization: `Bearer ${server().token}`, 'Content-Length': '1000', Expect: '100-continue' };
    connection.send(head(`PATCH ${path}?offset=${offset}`, headers));
    const { status, text } = await connection.reply();
    return status === 100 ? status : [status, (JSON.parse(text) as { readonly offset: number }).offset];
  };
  const url = path.slice(path.indexOf('manifests/'));
  expect([await append(1), await append(0)]).toEqual([[409, 0], 100]);
  await send(home, 'PATCH', `${url}?offset=0`, Buffer.from('four'));
  expect([await append(0), await append(4)]).toEqual([[409, 4], 100]);
  await send(home, 'PUT', `${url}?digest=${digestOf(Buffer.from('four'))}`);
  expect(await append(4)).toEqual([409, undefined]);
});

test('two manifests share a layer, which stays until both are deleted', async () => {
  const home = await open();
  const layer = await pushLayer(home, 'shared');
  const [one, two] = [
    await push(home, { layers: [layer], number: 1 }),
    await push(home, { layers: [layer], number: 2 }),
  ];
  const layerStatus = async (): Promise<number> =>
    (await fetchFrom(home, { path: `manifests/${name}/blobs/${layer}` })).status;
  expect((await server().ask(await packagePath(home, one), { method: 'DELETE' })).status).toBe(200);
  expect(await layerStatus()).toBe(200);
  expect((await server().ask(await packagePath(home, two), { method: 'DELETE' })).status).toBe(200);
  expect(await layerStatus()).toBe(404);
});

test('a tag moves to the manifest that was pushed to it last', async () => {
  const home = await open();
  await push(home, { number: 1 }, 'latest');
  const { files } = await push(home, { number: 2 }, 'latest');
  expect((await fetchFrom(home, { path: `manifests/${name}/manifests/latest` })).bytes).toEqual(files[0].bytes);
  const tags = await fetchFrom(home, { path: `manifests/${name}/tags` });
  expect(JSON.parse(tags.bytes.toString())).toEqual(['latest']);
});

test('a manifest that others need cannot be deleted, and is copied with them', async () => {
  const home = await open();
  const child = await push(home, { layers: [await pushLayer(home, 'layer')] });
  const parent = await push(home, { manifests: [child.version] });
  const { status } = await server().ask(await packagePath(home, child), { method: 'DELETE' });
  expect(status).toBe(409);
  const destination = await open();
  expect((await copy(home, parent, destination)).status).toBe(200);
  expect((await listed(destination)).map(({ version }) => version)).toEqual([parent.version, child.version]);
});

test('each ecosystem of a service reads by its own rules', async () => {
  const [images, charts] = [await open(), await open(bundles)];
  for (const [home, layers, accepted] of [
    [images, ['one', 'two'], true],
    [charts, ['one', 'two'], false],
    [charts, ['one'], true],
  ] as const) {
    const digests = await Promise.all(layers.map((text) => pushLayer(home, text)));
    const pushed = push(home, { layers: digests });
    if (accepted) await pushed;
    else await expect(pushed).rejects.toMatchObject({ status: 422 });
  }
  expect([(await listed(images)).length, (await listed(charts)).length]).toEqual([1, 1]);
});

test('a package is not copied to a registry of another ecosystem of the same service', async () => {
  const [images, charts] = [await open(), await open(bundles)];
  const image = await push(images, { layers: [await pushLayer(images, 'layer')] });
  expect((await copy(images, image, charts)).status).toBe(422);
});

test.each([
  [undefined, 'application/json'],
  ['application/vnd.acme.manifest+json; version=1', 'application/vnd.acme.manifest+json; version=1'],
  ['text/html', 'text/html'],
])('a file of the media type %s is downloaded as %s, and never shown by a browser', async (mediaType, sent) => {
  const home = await open();
  const { version } = await push(home, { mediaType });
  const url = `${home.url}/manifests/${name}/manifests/${version}`;
  for (const [method, range, status] of [
    ['GET', undefined, 200],
    ['GET', 'bytes=0-0', 206],
    ['HEAD', undefined, 200],
  ] as const) {
    const reply = await fetch(url, { method, headers: range === undefined ? {} : { Range: range } });
    await reply.bytes();
    const shown = ['content-type', 'content-disposition', 'x-content-type-options'].map((one) =>
      reply.headers.get(one),
    );
    expect([reply.status, ...shown]).toEqual([status, sent, 'attachment; filename=manifest.json', 'nosniff']);
  }
});

test.each(['text', 'text/*', 'text/html; charset', 'text/ht ml', 'text/html\r\nSet-Cookie: a=b'])(
  'a manifest with the invalid media type %j is rejected with 422',
  async (mediaType) => {
    const home = await open();
    await expect(push(home, { mediaType })).rejects.toMatchObject({ status: 422 });
    expect(await listed(home)).toEqual([]);
  },
);

/** Images without some of their layers or platforms, such as those of mirrors (distribution-spec, "Pushing Manifests"). */
import { beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../../fixtures/server.ts';
import { useServer } from '../../native/watched-server.ts';
import { openRegistry } from '../registries.ts';
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
let client: OciClient;

beforeAll(async () => {
  client = openOciClient({
    ...placeOf(await openRegistry(server(), { ecosystem: 'oci' }, 'a private')),
    token: server().token,
  });
});

interface Layered {
  readonly manifest: Bytes;
  readonly config: Bytes;
  readonly layers: readonly [Bytes, Bytes];
}

function layered(text: string): Layered {
  const config = bytesOf({ os: 'linux', architecture: 'amd64', config: { Labels: { text } } });
  const layers = [bytesOf(`one of ${text}`), bytesOf(`two of ${text}`)] as const;
  const manifest = bytesOf({
    schemaVersion: 2,
    mediaType: types.image,
    config: descriptorOf(config, types.config),
    layers: layers.map((layer) => descriptorOf(layer, types.layer)),
  });
  return { manifest, config, layers };
}

/** Returns the reply to a push after these blobs were uploaded. */
async function pushWith(blobs: readonly Bytes[], manifest: Bytes, at = client): Promise<readonly [number, boolean]> {
  for (const blob of blobs) await at.upload('sparse', blob);
  const reply = await at.push('sparse', 'latest', manifest);
  return [reply.status, (await reply.text()).includes('MANIFEST_BLOB_UNKNOWN')];
}

test('an image without one of its layers is accepted', async () => {
  const { manifest, config, layers } = layered('lacking');
  expect(await pushWith([config, layers[0]], manifest)).toEqual([201, false]);
  const pulled = await expectStatus(await client.send('sparse/manifests/latest'), 200);
  expect(digestOf(await pulled.bytes())).toBe(digestOf(manifest));
});

test('an index without one of its platforms is accepted', async () => {
  const [present, absent] = [imageOf('present'), imageOf('absent')];
  await client.pushImage('sparse', present);
  const reply = await client.send('sparse/manifests/latest', {
    method: 'PUT',
    headers: { 'Content-Type': types.index },
    body: indexOf([present, absent]),
  });
  expect(reply.status).toBe(201);
});

test.each<[title: string, lacking: (image: Layered) => readonly Bytes[]]>([
  ['all of its layers', ({ config }) => [config]],
  ['its configuration', ({ layers }) => layers],
])('an image without %s is rejected', async (title, lacking) => {
  const image = layered(title);
  expect(await pushWith(lacking(image), image.manifest)).toEqual([400, true]);
});

test('an image whose layer was just deleted is rejected, because its client may count on the layer', async () => {
  const { manifest, config, layers } = layered('deleted');
  await client.upload('sparse', layers[1]);
  const path = `sparse/blobs/${digestOf(layers[1])}`;
  await expectStatus(await client.send(path, { method: 'DELETE' }), 202);
  expect(await pushWith([config, layers[0]], manifest)).toEqual([400, true]);
});

test('a server can reject all of them', async () => {
  await using strict = await startTestServer({ LARDER_SPARSE_IMAGES: 'false' });
  const home = await openRegistry(strict, { ecosystem: 'oci' }, 'a private');
  const { manifest, config, layers } = layered('strict');
  const at = openOciClient({ ...placeOf(home), token: strict.token });
  expect(await pushWith([config, layers[0]], manifest, at)).toEqual([400, true]);
});

/**
 * A storm of pushes, deletions and sweeps of a few images that share layers. A manifest that is served has all of its
 * blobs and images at that moment: a client that got it can pull it.
 */
import { expect } from 'vitest';
import { collectBlobs } from '../../../src/registry/collect-blobs.ts';
import { deleteExpiredUploads } from '../../../src/registry/uploads/delete-expired.ts';
import { anyOf, type Homes } from '../storm-changes.ts';
import type { Home } from '../recipe.ts';
import { chanceFrom, type Chance } from '../../torture/chance.ts';
import { basic, bytesOf, describe, digestOf, expectStatus, indexOf, placeOf, types, type Bytes } from './client.ts';

export interface ImageStorm {
  readonly homes: Homes;
  /** The number of changes that each client makes. */
  readonly changes: number;
  readonly seed: string;
}

interface StormImage {
  readonly manifest: Bytes;
  readonly mediaType: string;
  readonly blobs: readonly Bytes[];
  /** The images of an index, which are pushed before it. */
  readonly children: readonly StormImage[];
}

const clients = 16;
const name = 'app';
const tags = ['a', 'b', 'c'];

/** Fails if a served manifest misses a blob, during the storm or after it. Returns the number of pushed manifests. */
export async function imageStorm({ homes, changes, seed }: ImageStorm): Promise<number> {
  const chance = chanceFrom(seed);
  const images = makeImages();
  const pushes: number[] = [];
  const client = async (): Promise<void> => {
    for (let left = changes; left > 0; left -= 1) {
      const home = anyOf(homes, chance);
      const image = chance.oneOf(images) ?? fail();
      const kind = chance.next();
      if (kind < 0.5) pushes.push(await push(home, image, chance));
      else if (kind < 0.75) await remove(home, image, chance);
      else if (kind < 0.8) await sweep(home);
      await pull(home, chance.oneOf([...tags, ...images.map(({ manifest }) => digestOf(manifest))]) ?? '');
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  for (const home of homes) await sweep(home);
  for (const home of homes)
    for (const reference of [...tags, ...images.map(({ manifest }) => digestOf(manifest))]) await pull(home, reference);
  return pushes.reduce((sum, pushed) => sum + pushed, 0);
}

/** Images of two of a few layers each, and indexes of two images each. */
function makeImages(): readonly StormImage[] {
  const layers = Array.from({ length: 5 }, (_, n) => bytesOf(`layer ${n} `.repeat(500)));
  const images = layers.map((layer, n): StormImage => {
    const config = bytesOf({ os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: [] }, n });
    const blobs = [config, layer, layers[(n + 1) % layers.length] ?? layer];
    const [first, ...others] = blobs.map((bytes, at) => describe(bytes, at === 0 ? types.config : types.layer));
    const manifest = bytesOf({ schemaVersion: 2, mediaType: types.image, config: first, layers: others });
    return { manifest, mediaType: types.image, blobs, children: [] };
  });
  const indexes = [0, 2].map((n): StormImage => {
    const children = images.slice(n, n + 2);
    const manifest = indexOf(children.map((child) => ({ ...child, digest: digestOf(child.manifest) })));
    return { manifest, mediaType: types.index, blobs: [], children };
  });
  return [...images, ...indexes];
}

function send(home: Home, path: string, init: RequestInit = {}): Promise<Response> {
  const below = path.startsWith('/') ? path : `/v2/${placeOf(home).registry}/${name}/${path}`;
  const headers = { Authorization: basic(home.server.token), ...init.headers };
  return fetch(new URL(below, home.server.url), { ...init, headers });
}

/** Pushes like docker: blobs that the registry has are not sent. Returns the number of pushed manifests. */
async function push(home: Home, image: StormImage, chance: Chance): Promise<number> {
  const { manifest, mediaType, blobs, children } = image;
  let pushed = 0;
  // A blob may be deleted before the manifest arrives.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    for (const child of children) pushed += await push(home, child, chance);
    for (const blob of blobs) await upload(home, blob, chance);
    const reference = chance.next() < 0.5 ? digestOf(manifest) : (chance.oneOf(tags) ?? 'a');
    const reply = await send(home, `manifests/${reference}`, {
      method: 'PUT',
      headers: { 'Content-Type': mediaType },
      body: manifest,
    });
    if (reply.status === 201) return pushed + 1;
    expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('MANIFEST_BLOB_UNKNOWN')]);
  }
  return pushed;
}

async function upload(home: Home, blob: Bytes, chance: Chance): Promise<void> {
  const digest = digestOf(blob);
  const known = await send(home, `blobs/${digest}`, { method: 'HEAD' });
  if (known.status === 200 && chance.next() < 0.9) return;
  if (chance.next() < 0.5) {
    const whole = await send(home, `blobs/uploads/?digest=${digest}`, { method: 'POST', body: blob });
    await expectStatus(whole, 201);
    return;
  }
  const opened = await expectStatus(await send(home, 'blobs/uploads/', { method: 'POST' }), 202);
  const location = opened.headers.get('Location') ?? '';
  await expectStatus(await send(home, location, { method: 'PATCH', body: blob }), 202);
  await expectStatus(await send(home, `${location}?digest=${digest}`, { method: 'PUT' }), 201);
}

/** Deletes a manifest, a tag or a blob. */
async function remove(home: Home, { manifest, blobs }: StormImage, chance: Chance): Promise<void> {
  const blob = chance.oneOf(blobs);
  const path =
    chance.oneOf([
      `manifests/${digestOf(manifest)}`,
      `manifests/${chance.oneOf(tags)}`,
      ...(blob === undefined ? [] : [`blobs/${digestOf(blob)}`]),
    ]) ?? '';
  await expectStatus(await send(home, path, { method: 'DELETE' }), 202, 404, 409);
}

async function sweep({ server: { larder } }: Home): Promise<void> {
  await deleteExpiredUploads(larder, new AbortController().signal);
  await collectBlobs(larder);
}

interface Named {
  readonly config?: { readonly digest: string };
  readonly layers?: readonly { readonly digest: string }[];
  readonly manifests?: readonly { readonly digest: string }[];
}

/** Pulls a manifest and its blobs. They may be missing only if the manifest was deleted meanwhile. */
async function pull(home: Home, reference: string): Promise<void> {
  const reply = await expectStatus(await send(home, `manifests/${reference}`), 200, 404);
  if (reply.status === 404) return;
  const digest = reply.headers.get('Docker-Content-Digest') ?? '';
  const before = await idOf(home, digest);
  const bytes = new Uint8Array(await reply.arrayBuffer());
  expect(digestOf(bytes)).toBe(digest);
  const { config, layers = [], manifests = [] } = JSON.parse(Buffer.from(bytes).toString()) as Named;
  const paths = [
    ...[...(config === undefined ? [] : [config]), ...layers].map((one) => `blobs/${one.digest}`),
    ...manifests.map((one) => `manifests/${one.digest}`),
  ];
  for (const path of paths) {
    const part = await expectStatus(await send(home, path), 200, 404);
    const content = new Uint8Array(await part.arrayBuffer());
    if (part.status === 200) expect(digestOf(content)).toBe(path.replace(/^\w+\//, ''));
    // The same package existed before and afterwards, so it existed in between.
    else if (before !== undefined) expect(await idOf(home, digest), `${path} of ${digest}`).not.toBe(before);
  }
}

/** Returns the id of the package, which a manifest that is pushed again does not get again. */
async function idOf({ server, slug }: Home, digest: string): Promise<string | undefined> {
  const registry = await server.larder.catalog.registries.find(server.organization.id, slug);
  const query = { nameKey: name, versionKey: digest, fileName: digest };
  return registry && (await server.larder.catalog.packages.findFile(registry.id, query))?.packageId;
}

function fail(): never {
  throw new Error('There is no image.');
}

/** Manifests that belong to others: the images of an index, and referrers. REST shows them as files, and keeps them. */
import { describe, expect, test } from 'vitest';
import { collectBlobs } from '../../../src/registry/collect-blobs.ts';
import type { components } from '../../../generated/api.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { bodyOf } from '../../fixtures/replies.ts';
import { useServer } from '../../native/watched-server.ts';
import type { Home } from '../recipe.ts';
import { fetchLinked, listed, openRegistry, setStanding } from '../registries.ts';
import {
  bytesOf,
  describe as descriptorOf,
  digestOf,
  expectStatus,
  imageOf,
  openOciClient,
  placeOf,
  types,
  type Bytes,
  type Image,
  type OciClient,
} from './client.ts';

const server = useServer();

type ListedFile = components['schemas']['PackageFile'];

interface Family {
  readonly home: Home;
  readonly client: OciClient;
  readonly image: Image;
  readonly index: Bytes;
  /** A manifest about the index. */
  readonly signature: Image;
}

const platform = { os: 'linux', architecture: 'arm64', variant: 'v8' };
const signatureType = 'application/vnd.example.signature';

/** Pushes an index `app:latest` of one image, and a signature of the index. */
async function pushFamily(title: string): Promise<Family> {
  const home = await openRegistry(server(), { ecosystem: 'oci' }, 'a private');
  const client = openOciClient({ ...placeOf(home), token: server().token });
  const image = imageOf(title);
  const manifests = [descriptorOf(image.manifest, types.image, { platform })];
  const index = bytesOf({ schemaVersion: 2, mediaType: types.index, manifests });
  const signature = imageOf(`signature of ${title}`, {
    artifactType: signatureType,
    subject: descriptorOf(index, types.index),
  });
  await client.pushImage('app', image);
  await expectStatus(await client.push('app', 'latest', index, types.index), 201);
  await client.pushImage('app', signature);
  return { home, client, image, index, signature };
}

async function onlyPackage(
  home: Home,
): Promise<{ readonly id: string; readonly version: string; readonly url: string }> {
  const [only, ...more] = await listed(home);
  expect(more).toEqual([]);
  return { id: only?.id ?? '', version: only?.version ?? '', url: only?.web_url ?? '' };
}

async function filesOf({ slug }: Home, id: string): Promise<readonly ListedFile[]> {
  return (await bodyOf(server().ask(server().in(slug, 'packages', id, 'files')), 'PackageFileList')).items;
}

const remove = async ({ slug }: Home, id = ''): Promise<Response> =>
  await server().ask(server().in(slug, 'packages', id), { method: 'DELETE' });

describe('the files of an index', () => {
  test('are itself, its images with their platforms, and its referrers, which are not in the list', async () => {
    const { home, image, index, signature } = await pushFamily('files');
    const { id, version } = await onlyPackage(home);
    expect(version).toBe(digestOf(index));
    const files = await filesOf(home, id);
    expect(files.map(({ name, role, media_type: type, size, metadata }) => [name, role, type, size, metadata])).toEqual(
      [
        [digestOf(index), 'main', types.index, index.length, {}],
        [image.digest, 'attached', types.image, image.manifest.length, { platform }],
        [signature.digest, 'referrer', types.image, signature.manifest.length, { artifact_type: signatureType }],
      ],
    );
    const all = [index, image.manifest, signature.manifest];
    for (const [position, { url, digests }] of files.entries()) {
      const bytes = await (await server().ask(url.slice(server().url.length))).arrayBuffer();
      expect(digestsOf(new Uint8Array(bytes))).toEqual(digests);
      expect(digestsOf(all[position] ?? bytesOf(''))).toEqual(digests);
    }
  });

  test('lead to their own packages, which have their own files', async () => {
    const { home, image, signature } = await pushFamily('packages');
    const files = await filesOf(home, (await onlyPackage(home)).id);
    expect(files.map((file) => file.package === null)).toEqual([true, false, false]);
    for (const [position, { manifest, digest, blobs }] of [image, signature].entries()) {
      const { id = '', url = '' } = files[position + 1]?.package ?? {};
      const { version } = await bodyOf(server().ask(url.slice(server().url.length)), 'Package');
      const names = (await filesOf(home, id)).map(({ name }) => name);
      const expected = [manifest, ...blobs].map((bytes) => digestOf(bytes));
      expect([version, names.toSorted()]).toEqual([digest, expected.toSorted()]);
    }
  });

  test('are on its web page, with links to their own pages', async () => {
    const { home, image, signature } = await pushFamily('page');
    const { id, url } = await onlyPackage(home);
    const owners = (await filesOf(home, id)).flatMap(({ package: owner }) => (owner === null ? [] : [owner.web_url]));
    const page = await (await fetchLinked(home, url)).text();
    for (const text of [image.digest, signature.digest, signatureType, 'arm64', 'Referrer'])
      expect(page).toContain(text);
    expect(owners.map((owner) => page.includes(new URL(owner).pathname))).toEqual([true, true]);
  });

  test('leave out a referrer that is withdrawn or deleted', async () => {
    const { home, client, image } = await pushFamily('gone');
    const sign = async (title: string): Promise<Image> => {
      const subject = descriptorOf(image.manifest, types.image);
      const made = imageOf(title, { artifactType: signatureType, subject });
      await client.pushImage('app', made, title);
      return made;
    };
    const [withdrawn, deleted, kept] = [await sign('one'), await sign('two'), await sign('three')];
    await setStanding(
      home,
      { name: 'app', version: withdrawn.digest, files: [{ name: '', bytes: bytesOf('') }] },
      'withdraw',
    );
    expect((await client.send(`app/manifests/${deleted.digest}`, { method: 'DELETE' })).status).toBe(202);
    const index = (await listed(home)).find(({ tags }) => tags.includes('latest'))?.id ?? '';
    const own = (await filesOf(home, index)).find(({ name }) => name === image.digest)?.package?.id ?? '';
    const referrers = (await filesOf(home, own)).filter(({ role }) => role === 'referrer');
    expect(referrers.map(({ name }) => name)).toEqual([kept.digest]);
  });
});

describe('REST deletes', () => {
  test('an image of a kept index and a subject of a kept referrer with 409, until those are deleted', async () => {
    const { home, index, signature } = await pushFamily('needed');
    const { id } = await onlyPackage(home);
    const [, child, referrer] = await filesOf(home, id);
    const details = await Promise.all([
      bodyOf(remove(home, child?.package?.id), 'Problem', 409),
      bodyOf(remove(home, id), 'Problem', 409),
    ]);
    expect(details.map(({ type }) => type)).toEqual(Array(2).fill('urn:larder:problem:package-needed'));
    expect(details[0].detail).toContain(digestOf(index));
    expect(details[1].detail).toContain(signature.digest);
    for (const one of [referrer?.package?.id, id, child?.package?.id])
      expect((await remove(home, one)).status).toBe(200);
    expect(await listed(home)).toEqual([]);
  });

  test('a digest that is pushed again afterwards, with its blobs', async () => {
    const { home, client, image } = await pushFamily('again');
    const before = await onlyPackage(home);
    const [, child, referrer] = await filesOf(home, before.id);
    for (const one of [referrer?.package?.id, before.id, child?.package?.id]) await remove(home, one);
    await collectBlobs(server().larder);
    expect((await client.send(`app/manifests/${image.digest}`)).status).toBe(404);
    await client.pushImage('app', image, 'latest');
    const after = await onlyPackage(home);
    expect([after.version, after.id === before.id]).toEqual([image.digest, false]);
    for (const blob of image.blobs) await expectStatus(await client.send(`app/blobs/${digestOf(blob)}`), 200);
  });
});

test('a sweep keeps untagged manifests that an index or a subject needs, with all of their blobs', async () => {
  const { home, client, image, index, signature } = await pushFamily('swept');
  // An index without a tag keeps its images, too.
  expect((await client.send('app/manifests/latest', { method: 'DELETE' })).status).toBe(202);
  const gone = imageOf('an image to remove');
  await client.pushImage('app', gone);
  expect((await client.send(`app/manifests/${gone.digest}`, { method: 'DELETE' })).status).toBe(202);
  expect(await collectBlobs(server().larder)).toBeGreaterThan(0);
  for (const digest of [image.digest, digestOf(index), signature.digest])
    await expectStatus(await client.send(`app/manifests/${digest}`), 200);
  for (const blob of [...image.blobs, ...signature.blobs])
    await expectStatus(await client.send(`app/blobs/${digestOf(blob)}`), 200);
  expect((await onlyPackage(home)).version).toBe(digestOf(index));
});

/** Images of one layer, pushed and pulled by a small client over fetch; real ones are in the slow tests. */
import type { Client, Home, Recipe, SamplePackage } from '../recipe.ts';
import { digestOf, expectStatus, imageOf, openOciClient, placeOf } from './client.ts';

const byDigest = { cannot: 'a client requests a tag or a digest; digests have no order' };

/** Pushes the blobs, then the manifest to its digest. Images have no URL for files, so the server's token is used. */
export async function pushPackage(home: Home, { name, files: [manifest, ...blobs] }: SamplePackage): Promise<void> {
  const client = openOciClient({ ...placeOf(home), token: home.server.token });
  for (const { bytes } of blobs) await client.upload(name, bytes);
  await expectStatus(await client.push(name, manifest.name, manifest.bytes), 201);
}

export async function openPullingClient(home: Home): Promise<Client> {
  const client = openOciClient(placeOf(home));
  return {
    offered: byDigest,
    installNewest: byDigest,
    install: async ({ name, version, files: [manifest, ...blobs] }) => {
      const urls = [`${name}/manifests/${version}`, ...blobs.map((blob) => `${name}/blobs/${blob.name}`)];
      for (const [index, url] of urls.entries()) {
        const reply = await expectStatus(await client.send(url), 200);
        const bytes = Buffer.from(await reply.arrayBuffer());
        if (!bytes.equals([manifest, ...blobs][index]?.bytes ?? Buffer.alloc(0)))
          throw new Error(`${url} has other bytes`);
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export const oci: Recipe = {
  ecosystem: 'oci',
  build: async (number) => {
    const { manifest, digest, blobs } = imageOf(`demo ${number}`);
    const files = blobs.map((bytes) => ({ name: digestOf(bytes), bytes }));
    return { name: 'demo', version: digest, files: [{ name: digest, bytes: manifest }, ...files] };
  },
  hostile: [],
  forms: { cannot: 'the name of an image is in its URL only' },
  ownDoor: { publish: pushPackage },
  client: { name: 'a client over fetch', isPresent: true, isFast: true, open: openPullingClient },
  documents: byDigest,
};

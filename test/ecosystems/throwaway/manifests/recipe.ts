/** Manifests with a layer, which a client uploads in two pieces and fetches by their digests. */
import { digestsOf } from '../../../fixtures/local-file.ts';
import { fetchFrom } from '../../follow.ts';
import type { Client, Home, Recipe, SamplePackage } from '../../recipe.ts';
import { send } from '../send.ts';
import { throwawayId } from '../throwaway-id.ts';

const byReference = { cannot: 'a client requests a tag or a digest; tags have no order' };

export function digestOf(bytes: Uint8Array): string {
  return `sha256:${digestsOf(bytes).sha256}`;
}

/** Uploads bytes in two pieces. */
export async function uploadBlob(home: Home, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const opened = await send(home, 'POST', `manifests/${name}/blobs/uploads`);
  const session = new URL(opened.headers.get('Location') ?? '', home.url).pathname.split('/').at(-1) ?? '';
  const url = `manifests/${name}/blobs/uploads/${session}`;
  const middle = bytes.length >> 1;
  await send(home, 'PATCH', `${url}?offset=0`, bytes.slice(0, middle));
  await send(home, 'PATCH', `${url}?offset=${middle}`, bytes.slice(middle));
  await send(home, 'PUT', `${url}?digest=${digestOf(bytes)}`);
}

async function push(home: Home, { name, files: [manifest, ...layers] }: SamplePackage): Promise<void> {
  for (const { bytes } of layers) await uploadBlob(home, name, bytes);
  await send(home, 'PUT', `manifests/${name}/manifests/${digestOf(manifest.bytes)}`, manifest.bytes);
}

async function openClient(home: Home): Promise<Client> {
  return {
    offered: byReference,
    installNewest: byReference,
    install: async ({ name, version, files: [, ...layers] }) => {
      const manifest = await fetchFrom(home, { path: `manifests/${name}/manifests/${version}` });
      if (manifest.status !== 200) throw new Error(`manifest: ${manifest.status}`);
      for (const { bytes } of layers) {
        const layer = await fetchFrom(home, { path: `manifests/${name}/blobs/${digestOf(bytes)}` });
        if (layer.status !== 200 || !layer.bytes.equals(bytes)) throw new Error(`layer: ${layer.status}`);
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export const manifests: Recipe = {
  ecosystem: throwawayId('manifests'),
  build: async (number) => {
    const layer = Buffer.from(`layer ${number}`);
    const manifest = Buffer.from(JSON.stringify({ layers: [digestOf(layer)] }));
    return {
      name: 'acme/demo',
      version: digestOf(manifest),
      files: [
        { name: 'manifest.json', bytes: manifest },
        { name: digestOf(layer), bytes: layer },
      ],
    };
  },
  hostile: [],
  forms: { cannot: 'the name of a manifest is in its URL only' },
  ownDoor: { publish: push },
  client: { name: 'a client of manifests', isPresent: true, isFast: true, open: openClient },
  documents: byReference,
};

/** The other ecosystem of the same service. */
export const bundles: Recipe = { ...manifests, ecosystem: throwawayId('bundles') };

/** `larder download` of an image: its own files, and a referrer only if it is named. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createRegistry } from '../fixtures/server.ts';
import { digestOf, describe as descriptorOf, imageOf, openOciClient, types } from '../ecosystems/oci/client.ts';
import { listed } from '../ecosystems/registries.ts';
import { useCliMachine } from './cli-machine.ts';

const machine = useCliMachine();

it('saves the files of an image without its signature, which is saved if it is named', async () => {
  const { server, folder, run } = machine();
  await createRegistry(server, 'images', 'oci');
  const client = openOciClient({ server: server.url, registry: 'acme/images', token: server.token });
  const image = imageOf('downloaded');
  const signature = imageOf('signature', { subject: descriptorOf(image.manifest, types.image) });
  await client.pushImage('app', image, 'latest');
  await client.pushImage('app', signature);
  const [pkg] = await listed({ server, slug: 'images' });
  const saved = path.join(folder, 'saved');
  await mkdir(saved);
  const download = ['download', pkg?.id ?? '', '--registry', 'images', '--output', saved];
  const { code, stderr } = await run(...download);
  const own = [image.manifest, ...image.blobs].map((bytes) => digestOf(bytes));
  expect([code, stderr, (await readdir(saved)).toSorted()]).toEqual([0, '', own.toSorted()]);
  const named = await run(...download, '--file', signature.digest);
  const bytes = await readFile(path.join(saved, signature.digest));
  expect([named.code, digestOf(bytes)]).toEqual([0, signature.digest]);
});

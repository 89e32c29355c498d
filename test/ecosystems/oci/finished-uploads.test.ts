/** Layers that are pushed, but not yet named by a manifest: they live for a day, because large images take hours. */
import { afterEach, test, vi } from 'vitest';
import { collectBlobs } from '../../../src/registry/collect-blobs.ts';
import { deleteExpiredUploads } from '../../../src/registry/uploads/delete-expired.ts';
import { useServer } from '../../native/watched-server.ts';
import { openRegistry } from '../registries.ts';
import { basic, digestOf, expectStatus, imageOf, openOciClient, placeOf, type OciClient } from './client.ts';

const server = useServer();
const hour = 60 * 60 * 1000;

afterEach(() => void vi.useRealTimers());

/** Returns a client without tokens of five minutes. */
async function open(): Promise<OciClient> {
  const home = await openRegistry(server(), { ecosystem: 'oci' }, 'a private');
  const client = openOciClient({ ...placeOf(home), token: server().token });
  const headers = { Authorization: basic(server().token) };
  const send: OciClient['send'] = (path, init) =>
    client.send(path, { ...init, headers: { ...init?.headers, ...headers } });
  return { ...client, send };
}

/** Sets the clock of the server, and removes expired uploads. */
async function sweepAfter(hours: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * hour });
  await deleteExpiredUploads(server().larder, new AbortController().signal);
  await collectBlobs(server().larder);
}

test('are kept for a day, and a manifest can then name them', async () => {
  const client = await open();
  const image = imageOf('slow');
  for (const blob of image.blobs) await client.upload('app', blob);
  await sweepAfter(23);
  for (const blob of image.blobs)
    await expectStatus(await client.send(`app/blobs/${digestOf(blob)}`, { method: 'HEAD' }), 200);
  const push = await client.send('app/manifests/latest', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/vnd.oci.image.manifest.v1+json' },
    body: image.manifest,
  });
  await expectStatus(push, 201);
  await sweepAfter(48);
  for (const blob of image.blobs) await expectStatus(await client.send(`app/blobs/${digestOf(blob)}`), 200);
});

test('are removed after a day', async () => {
  const client = await open();
  const image = imageOf('abandoned');
  for (const blob of image.blobs) await client.upload('app', blob);
  await sweepAfter(25);
  for (const blob of image.blobs) await expectStatus(await client.send(`app/blobs/${digestOf(blob)}`), 404);
});

test('that are mounted live as long as those that are sent', async () => {
  const [from, to] = [await open(), await open()];
  const image = imageOf('mounted');
  await from.pushImage('app', image, 'latest');
  const [layer] = image.blobs;
  const digest = digestOf(layer ?? new Uint8Array());
  const location = (await from.send('app/blobs/uploads/', { method: 'POST' })).headers.get('Location') ?? '';
  const source = location.replace(/^\/v2\/(.*)\/blobs\/.*$/, '$1');
  await expectStatus(await to.send(`app/blobs/uploads/?mount=${digest}&from=${source}`, { method: 'POST' }), 201);
  await sweepAfter(23);
  await expectStatus(await to.send(`app/blobs/${digest}`), 200);
});

test('that are not finished are removed an hour after the last chunk', async () => {
  const client = await open();
  const opened = await client.send('app/blobs/uploads/', { method: 'POST' });
  const location = opened.headers.get('Location') ?? '';
  await expectStatus(await client.send(location, { method: 'PATCH', body: 'abc' }), 202);
  await sweepAfter(2);
  await expectStatus(await client.send(location), 404);
});

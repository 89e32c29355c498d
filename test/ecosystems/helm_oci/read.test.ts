/** What a registry of charts accepts: charts, and manifests about them. */
import { expect, test } from 'vitest';
import { useServer } from '../../native/watched-server.ts';
import { describe as descriptorOf, expectStatus, imageOf, openOciClient, placeOf, types } from '../oci/client.ts';
import { listed, openRegistry } from '../registries.ts';
import { chartOf } from './recipe.ts';

const server = useServer();

async function open() {
  const home = await openRegistry(server(), { ecosystem: 'helm_oci' }, 'a private');
  return { home, client: openOciClient({ ...placeOf(home), token: server().token }) };
}

test('an image is rejected, and nothing is stored', async () => {
  const { home, client } = await open();
  const image = imageOf('no chart');
  for (const blob of image.blobs) await client.upload('demo', blob);
  const reply = await client.push('demo', 'latest', image.manifest);
  expect([reply.status, await reply.json(), await listed(home)]).toMatchObject([
    400,
    { errors: [{ code: 'MANIFEST_INVALID', message: expect.stringContaining('not that of a Helm chart') }] },
    [],
  ]);
});

test('a chart has its metadata, and a signature is about it', async () => {
  const { home, client } = await open();
  const chart = chartOf(1);
  await client.pushImage('demo', chart, '1.1.0_build');
  const signature = imageOf('signature', { subject: descriptorOf(chart.manifest, types.image) });
  await client.pushImage('demo', signature);
  const [pkg, ...more] = await listed(home);
  expect([pkg?.version, pkg?.tags, pkg?.metadata['chart'], more]).toEqual([
    chart.digest,
    ['1.1.0_build'],
    { apiVersion: 'v2', name: 'demo', version: '1.1.0+build', description: 'A chart' },
    [],
  ]);
  const referrers = await expectStatus(await client.send(`demo/referrers/${chart.digest}`), 200);
  expect(await referrers.json()).toMatchObject({ manifests: [{ digest: signature.digest }] });
});

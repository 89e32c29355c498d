/** Two servers of one PostgreSQL database: uploads continue on the other one, and both push the same tag. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRegistry, startTestServer, type TestServer } from '../../fixtures/server.ts';
import { makeTemporaryFolder } from '../../storage/temporary-folder.ts';
import { usePostgres } from '../../storage/use-postgres.ts';
import type { Home } from '../recipe.ts';
import { listed } from '../registries.ts';
import { bytesOf, digestOf, expectStatus, imageOf, openOciClient, placeOf, type OciClient } from './client.ts';

const createDatabase = usePostgres();
const stack = new AsyncDisposableStack();

let home: Home;
let one: OciClient;
let other: OciClient;

beforeAll(async () => {
  const { url } = await createDatabase();
  const folder = await makeTemporaryFolder();
  stack.defer(() => folder.remove());
  const start = async (): Promise<TestServer> =>
    stack.use(await startTestServer({ LARDER_DATA_DIR: folder.path, LARDER_DATABASE_URL: url }));
  const servers = [await start(), await start()] as const;
  await expectStatus(await createRegistry(servers[0], 'images', 'oci'), 200);
  const homeOf = (server: TestServer): Home => {
    return { server, slug: 'images', url: `${server.url}/acme/images`, token: server.token };
  };
  home = homeOf(servers[0]);
  [one, other] = [openOciClient(placeOf(home)), openOciClient(placeOf(homeOf(servers[1])))];
});
afterAll(() => stack.disposeAsync());

test('an upload that begins at one server continues at another, and is finished at the first', async () => {
  const bytes = bytesOf('one two three');
  const opened = await expectStatus(await one.send('app/blobs/uploads/', { method: 'POST' }), 202);
  const location = opened.headers.get('Location') ?? '';
  const patch = (at: OciClient, start: number, end: number): Promise<Response> =>
    at.send(location, {
      method: 'PATCH',
      body: bytes.slice(start, end),
      headers: { 'Content-Range': `${start}-${end - 1}` },
    });
  await expectStatus(await patch(one, 0, 4), 202);
  await expectStatus(await patch(other, 4, 8), 202);
  // The client lost the response, and sends the chunk again.
  const again = await expectStatus(await patch(one, 4, 8), 416);
  const state = await expectStatus(await one.send(location), 204);
  expect([again, state].map(({ headers }) => headers.get('Range'))).toEqual(['0-7', '0-7']);
  const last = { method: 'PUT', body: bytes.slice(8), headers: { 'Content-Range': `8-${bytes.length - 1}` } };
  await expectStatus(await one.send(`${location}?digest=${digestOf(bytes)}`, last), 201);
  for (const at of [one, other]) {
    const blob = await expectStatus(await at.send(`app/blobs/${digestOf(bytes)}`), 200);
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
  }
});

test('a chunk that both servers get concurrently is added once', async () => {
  const bytes = bytesOf('twice');
  const opened = await expectStatus(await one.send('app/blobs/uploads/', { method: 'POST' }), 202);
  const location = opened.headers.get('Location') ?? '';
  const init = { method: 'PATCH', body: bytes, headers: { 'Content-Range': `0-${bytes.length - 1}` } };
  const replies = await Promise.all([one, other, one, other].map((at) => at.send(location, init)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([202, 416, 416, 416]);
  await expectStatus(await other.send(`${location}?digest=${digestOf(bytes)}`, { method: 'PUT' }), 201);
});

test('a tag that both push concurrently points to one of the images, on both servers', async () => {
  const images = Array.from({ length: 6 }, (_, n) => imageOf(`tagged ${n}`));
  for (const { blobs } of images) for (const blob of blobs) await one.upload('tagged', blob);
  for (let round = 0; round < 5; round += 1) {
    const pushes = images.map(({ manifest }, n) => (n % 2 === 0 ? one : other).push('tagged', 'latest', manifest));
    for (const reply of await Promise.all(pushes)) await expectStatus(reply, 201);
    const seen = await Promise.all([one, other].map((at) => at.send('tagged/manifests/latest')));
    const digests = seen.map(({ headers }) => headers.get('Docker-Content-Digest') ?? '');
    expect(images.map(({ digest }) => digest)).toContain(digests[0]);
    expect(digests[1]).toBe(digests[0]);
    const tagged = (await listed(home)).filter(({ name, tags }) => name === 'tagged' && tags.length > 0);
    expect(tagged.map(({ version, tags }) => [version, tags])).toEqual([[digests[0], ['latest']]]);
  }
});

test('one image that both push concurrently is one package, with all of its tags', async () => {
  const image = imageOf('shared');
  const pushes = ['a', 'b', 'c', 'd'].map((tag, n) => (n % 2 === 0 ? one : other).pushImage('shared', image, tag));
  await Promise.all(pushes);
  const all = (await listed(home)).filter(({ name }) => name === 'shared');
  expect(all.map(({ version, tags }) => [version, tags])).toEqual([[image.digest, ['a', 'b', 'c', 'd']]]);
});

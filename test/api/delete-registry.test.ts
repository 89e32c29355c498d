import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { bodyOf, rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const remove = (slug: string): Promise<Response> => server.ask(server.in(slug), { method: 'DELETE' });

describe('deleteRegistry', () => {
  it('returns the id and name of the deleted registry', async () => {
    const { id } = await bodyOf(createRegistry(server, 'Some "Name"', 'files'), 'Registry');
    expect(await bodyOf(remove('some-name'), 'Deletion')).toEqual({
      id,
      message: 'Deleted registry "Some "Name"" and its packages.',
    });
  });

  it('leaves nothing at its URLs', async () => {
    await createRegistry(server, 'gone', 'files');
    const { id } = await bodyOf(publish(server, 'gone', 'app-1.0.0.txt', 'bytes'), 'Package');
    await remove('gone');
    const urls = [server.in('gone'), server.in('gone', 'packages'), server.in('gone', 'packages', id)];
    const replies = await Promise.all(urls.map(async (url) => (await server.ask(url)).status));
    expect(replies).toEqual([404, 404, 404]);
  });

  it('frees the slug for a registry without the old packages', async () => {
    await createRegistry(server, 'again', 'files');
    await publish(server, 'again', 'app-1.0.0.txt', 'bytes');
    await remove('again');
    await createRegistry(server, 'again', 'files');
    expect((await bodyOf(server.ask(server.in('again', 'packages')), 'PackageList')).items).toEqual([]);
  });

  it('releases the bytes of its packages', async () => {
    await createRegistry(server, 'heavy', 'files');
    const { digests } = await bodyOf(publish(server, 'heavy', 'app-1.0.0.txt', 'bytes of heavy'), 'Package');
    await remove('heavy');
    await eventually(async () => {
      await collectBlobs(server.larder);
      expect((await storedBytes(server.dataDir)).blobs).not.toContain(digests.sha256);
    });
  });

  it('responds with 404 the second time', async () => {
    await createRegistry(server, 'twice', 'files');
    await remove('twice');
    expect(await rejectionOf(remove('twice'))).toEqual({ status: 404, type: 'not-found' });
  });

  it('responds with 200 to one of several concurrent deletions', async () => {
    await createRegistry(server, 'contested', 'files');
    const replies = await Promise.all([remove('contested'), remove('contested'), remove('contested')]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
  });
});

/** Bytes are on disk once, as long as something points to them, and no longer. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { bodyOf, type Schemas } from '../fixtures/replies.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';

const sha256 = (bytes: string): string => digestsOf(Buffer.from(bytes)).sha256;

describe('a blob', () => {
  it('is one file, however often its bytes are published', async () => {
    const server = await start();
    await publish(server, 'one', 'app-1.0.0.txt', 'bytes');
    await publish(server, 'one', 'app-2.0.0.txt', 'bytes');
    await publish(server, 'two', 'app-1.0.0.txt', 'bytes');
    await settles(server, [sha256('bytes')]);
  });

  it('is one file when two registries get its bytes at the same time', async () => {
    const server = await start();
    await Promise.all(['one', 'two'].map((registry) => publish(server, registry, 'app-1.0.0.txt', 'bytes')));
    await settles(server, [sha256('bytes')]);
  });

  it('goes when the last package that has it is deleted', async () => {
    const server = await start();
    const { id } = await bodyOf(publish(server, 'one', 'app-1.0.0.txt', 'bytes'), 'Package');
    await server.ask(server.in('one', 'packages', id), { method: 'DELETE' });
    await collectBlobs(server.larder);
    await settles(server, []);
  });

  it('stays while another package has it', async () => {
    const server = await start();
    const { id } = await bodyOf(publish(server, 'one', 'app-1.0.0.txt', 'bytes'), 'Package');
    await publish(server, 'two', 'app-1.0.0.txt', 'bytes');
    await server.ask(server.in('one', 'packages', id), { method: 'DELETE' });
    await collectBlobs(server.larder);
    await settles(server, [sha256('bytes')]);
  });
});

describe('a blob without a package', () => {
  it('stays for the grace period, and is used if its bytes are published again', async () => {
    const server = await start({ LARDER_BLOB_GRACE_SECONDS: '60' });
    const { larder } = server;
    const { id } = await bodyOf(publish(server, 'one', 'app-1.0.0.txt', 'bytes'), 'Package');
    const [file] = await larder.catalog.packages.files(id);
    await server.ask(server.in('one', 'packages', id), { method: 'DELETE' });
    const early = await collectBlobs(larder);
    const again = await bodyOf(publish(server, 'two', 'app-1.0.0.txt', 'bytes'), 'Package');
    const [same] = await larder.catalog.packages.files(again.id);
    await server.ask(server.in('two', 'packages', again.id), { method: 'DELETE' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 59_000 });
    onTestFinished(() => void vi.useRealTimers());
    const late = await collectBlobs(larder);
    await settles(server, [sha256('bytes')]);
    vi.setSystemTime(Date.now() + 2000);
    expect([early, same?.blob, late, await collectBlobs(larder)]).toEqual([0, file?.blob, 0, 1]);
    await settles(server, []);
  });
});

describe('a rejected publish leaves no bytes', () => {
  it.each([
    ['an empty file', 'app-1.0.0.txt', ''],
    ['a bad name', 'app.txt', 'bytes'],
    ['a file that is too large', 'app-1.0.0.txt', 'a'.repeat(2000)],
  ])('of %s', async (_, name, bytes) => {
    const server = await start();
    expect((await publish(server, 'one', name, bytes)).ok).toBe(false);
    await settles(server, []);
  });

  it('of a version that exists already', async () => {
    const server = await start();
    await publish(server, 'one', 'app-1.0.0.txt', 'first');
    await publish(server, 'one', 'app-1.0.0.txt', 'second');
    await settles(server, [sha256('first')]);
  });
});

describe('many concurrently', () => {
  it('publish one version: one succeeds, the others get a conflict, and one blob remains', async () => {
    const server = await start();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => publish(server, 'one', 'app-1.0.0.txt', `bytes of ${index}`)),
    );
    const won = replies.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const [winner] = await Promise.all(won.map((response) => bodyOf(response, 'Package')));
    const told = await Promise.all(
      replies
        .filter((response) => !won.includes(response))
        .map((response) => bodyOf(response, 'PackageExistsProblem', 409)),
    );
    expect(told.map(({ url, digests }) => ({ url, digests }))).toEqual(
      Array.from({ length: 19 }, () => ({ url: winner?.url, digests: winner?.digests })),
    );
    await settles(server, [winner?.digests.sha256 ?? '']);
  });

  it('publish, copy and delete while blobs are collected: listed files can be downloaded, and no others are on disk', async () => {
    const server = await start();
    const working = { on: true };
    const collecting = (async () => {
      // Each round waits for a turn of the event loop: the database may return without ever yielding to others.
      for (; working.on; await setImmediate()) await collectBlobs(server.larder);
    })();
    const rounds = Array.from({ length: 6 }, (_, worker) => work(server, worker));
    await Promise.all(rounds);
    working.on = false;
    await collecting;

    const listed = (await Promise.all(['one', 'two'].map((registry) => listedIn(server, registry)))).flat();
    const downloads = await Promise.all(listed.map((pkg) => download(server, pkg)));
    expect(downloads).toEqual(listed.map(({ digests }) => digests));
    await collectBlobs(server.larder);
    await settles(server, [...new Set(listed.map(({ digests }) => digests.sha256))].toSorted());
  });
});

/** Few different bytes under many names, so that blobs lose their last package and get a new one all the time. */
async function work(server: TestServer, worker: number): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    const [from, to] = (worker + round) % 2 === 0 ? ['one', 'two'] : ['two', 'one'];
    const name = `app-${worker}.${round}.0.txt`;
    const { id } = await bodyOf(publish(server, from ?? '', name, `bytes ${round % 3}`), 'Package');
    const copy = `${server.in(from ?? '', 'packages', id, 'copy')}?to=${to}`;
    const remove = (): Promise<Response> => server.ask(server.in(from ?? '', 'packages', id), { method: 'DELETE' });
    const [copied] = await Promise.all([server.ask(copy, { method: 'POST' }), remove()]);
    if (copied.ok && round % 2 === 0) {
      const { id: copyId } = await bodyOf(copied, 'Package');
      await server.ask(server.in(to ?? '', 'packages', copyId), { method: 'DELETE' });
    } else await copied.arrayBuffer();
    if (round % 3 === 0) await publish(server, to ?? '', `kept-${worker}.${round}.0.txt`, `bytes ${round % 3}`);
  }
}

interface Listed extends Pick<Schemas['PackageListItem'], 'id' | 'name' | 'version' | 'digests'> {
  readonly registry: string;
}

async function listedIn(server: TestServer, registry: string): Promise<Listed[]> {
  const { items } = await bodyOf(server.ask(`${server.in(registry, 'packages')}?per_page=100`), 'PackageList');
  return items.map((item) => ({ ...item, registry }));
}

async function download(server: TestServer, { registry, id, name, version }: Listed): Promise<object> {
  const response = await server.ask(server.in(registry, 'packages', id, 'files', `${name}-${version}.txt`));
  return digestsOf(new Uint8Array(await response.arrayBuffer()));
}

/** The staged bytes of a request are removed after its response was sent. */
async function settles(server: TestServer, blobs: readonly string[]): Promise<void> {
  await eventually(async () => expect(await storedBytes(server.dataDir)).toEqual({ blobs, staged: [] }));
}

async function start(more: Record<string, string> = {}): Promise<TestServer> {
  const server = await startTestServer({ LARDER_MAX_PACKAGE_SIZE: '1000', ...more });
  onTestFinished(() => server[Symbol.asyncDispose]());
  await Promise.all(['one', 'two'].map((name) => createRegistry(server, name, 'files')));
  return server;
}

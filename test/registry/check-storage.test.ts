/** The faults that a check finds in damaged storage; unfinished work is not a fault. */
import { appendFile, truncate, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkStorage, type CheckCounts } from '../../src/registry/check-storage.ts';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { BlobMissing } from '../../src/storage/blob-store.ts';
import { keepText } from '../storage/blob-samples.ts';
import { leaveInstance } from '../storage/left-instance.ts';
import { findingsIn } from './findings.ts';
import { writable } from '../../src/registry/writable.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  onTestFinished(() => server[Symbol.asyncDispose]());
  await createRegistry(server, 'shelf', 'files');
  for (const n of [1, 2, 3]) await publish(server, 'shelf', `app-1.${n}.0.txt`, `bytes of ${n}`);
});

/** The location of the bytes of one of the packages, and their file. */
async function blobOf(n: number): Promise<{ location: string; file: string }> {
  for await (const { location } of server.larder.blobs.list()) {
    const file = path.join(server.dataDir, 'blobs', 'blobs', location);
    const { digests } = await bodyOf(
      publish(server, 'shelf', `app-1.${n}.0.txt`, `bytes of ${n}`),
      'PackageExistsProblem',
      409,
    );
    if (location.includes(digests.sha256)) return { location, file };
  }
  throw new Error('There is no such blob.');
}

const kinds = async (options = {}): Promise<object[]> =>
  (await findingsIn(server, options)).map(({ kind, at, removed }) => ({ kind, at, removed }));

describe('a check finds', () => {
  it('nothing where all is well', async () => {
    expect(await kinds()).toEqual([]);
  });

  it('records without bytes', async () => {
    const { location, file } = await blobOf(2);
    await unlink(file);
    expect(await kinds({ repair: true })).toEqual([{ kind: 'missing', at: location, removed: false }]);
  });

  it('bytes that were cut', async () => {
    const { location, file } = await blobOf(1);
    await truncate(file, 3);
    expect(await kinds({ hash: false })).toEqual([{ kind: 'wrong-size', at: location, removed: false }]);
  });

  it('bytes that became others, when it reads them', async () => {
    const { location, file } = await blobOf(3);
    await writeFile(file, 'bytes of 4');
    expect([await kinds({ hash: false }), await kinds({ hash: true })]).toEqual([
      [],
      [{ kind: 'wrong-digest', at: location, removed: false }],
    ]);
  });

  it('bytes without a record', async () => {
    const { location } = await keepText(server.larder.blobs, 'nobody knows me');
    expect(await kinds()).toEqual([{ kind: 'orphan', at: location, removed: false }]);
  });

  it('what a crash left staged, and a repair removes it', async () => {
    const name = `${'0'.repeat(32)}.part`;
    const left = path.join(await leaveInstance(path.join(server.dataDir, 'blobs'), [name]), name);
    const found = (removed: boolean) => [{ kind: 'left-behind', at: left, removed }];
    expect([await kinds(), await kinds({ repair: true }), await kinds()]).toEqual([found(false), found(true), []]);
  });

  it('all of them together, in any place', async () => {
    const orphans = await Promise.all(
      Array.from({ length: 30 }, (_, n) => keepText(server.larder.blobs, `orphan ${n}`)),
    );
    const [cut, lost] = [await blobOf(1), await blobOf(2)];
    await appendFile(cut.file, '!');
    await unlink(lost.file);
    const found = (await findingsIn(server)).map(({ kind, at }) => `${kind} ${at}`);
    const expected = [
      ...orphans.map(({ location }) => `orphan ${location}`),
      `wrong-size ${cut.location}`,
      `missing ${lost.location}`,
    ];
    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});

describe('the findings of a check', () => {
  it('is what is wrong, for people', async () => {
    const [cut, lost, changed] = [await blobOf(1), await blobOf(2), await blobOf(3)];
    await truncate(cut.file, 3);
    await unlink(lost.file);
    await writeFile(changed.file, 'bytes of 4');
    await keepText(server.larder.blobs, 'nobody knows me');
    await leaveInstance(path.join(server.dataDir, 'blobs'), [`${'0'.repeat(32)}.part`]);
    const details = (await findingsIn(server)).map(({ detail }) => detail);
    expect(details.toSorted()).toEqual([
      '15 bytes without a record',
      'has 3 bytes instead of 10',
      'has a different sha256, sha512 than its record',
      'has a record, but no file',
      'was staged by a server that crashed',
    ]);
  });

  it('is how far it is, and in the end how much there was', async () => {
    await keepText(server.larder.blobs, 'nobody knows me');
    await unlink((await blobOf(2)).file);
    const told: CheckCounts[] = [];
    const { catalog, blobs } = server.larder;
    const counts = await checkStorage(
      { ...catalog, records: catalog.blobs, blobs },
      { hash: false, repair: false, found: () => undefined, progress: (at) => void told.push(at) },
    );
    expect(counts).toEqual({ records: 3, files: 3, bytes: 2 * 'bytes of 1'.length + 'nobody knows me'.length });
    expect(told.map(({ records }) => records).toSorted()).toEqual(told.map(({ records }) => records));
    expect([told.length, told.at(-1)]).toEqual([4, counts]);
  });

  it('is that bytes are missing when they go while they are read', async () => {
    const { location } = await blobOf(2);
    const { catalog, blobs } = server.larder;
    const kind: string[] = [];
    const open: typeof blobs.open = (at) => (at === location ? Promise.reject(new BlobMissing(at)) : blobs.open(at));
    await checkStorage(
      { ...catalog, records: catalog.blobs, blobs: { ...blobs, open } },
      { hash: true, repair: false, found: (finding) => void kind.push(`${finding.kind} ${finding.at}`) },
    );
    expect(kind).toEqual([`missing ${location}`]);
  });

  it('is nothing when they cannot be read for another reason, which it throws', async () => {
    const { catalog, blobs } = server.larder;
    const open: typeof blobs.open = () => Promise.reject(new Error('the disk is broken'));
    const check = checkStorage(
      { ...catalog, records: catalog.blobs, blobs: { ...blobs, open } },
      { hash: true, repair: false, found: () => undefined },
    );
    await expect(check).rejects.toThrow('the disk is broken');
  });
});

describe('a repair', () => {
  it('removes what no record names, and nothing else', async () => {
    const before = await storedBytes(server.dataDir);
    const { location } = await keepText(server.larder.blobs, 'nobody knows me');
    expect(await kinds({ repair: true })).toEqual([{ kind: 'orphan', at: location, removed: true }]);
    expect([await kinds(), await storedBytes(server.dataDir)]).toEqual([[], before]);
  });
});

describe('no finding is', () => {
  it('bytes that are staged and kept, but not adopted yet', async () => {
    const { larder } = server;
    const staged = await larder.blobs.stage(toBytes('on its way'));
    await staged.keep();
    expect(await kinds({ repair: true })).toEqual([]);
    await staged.discard();
  });

  it('deleted bytes that are about to be removed', async () => {
    const { id } = await bodyOf(publish(server, 'shelf', 'old-1.0.0.txt', 'old'), 'Package');
    await server.ask(server.in('shelf', 'packages', id), { method: 'DELETE' });
    const { [writable]: catalog } = server.larder;
    const [location = ''] = await catalog.blobs.unreferenced(1);
    await catalog.blobs.abandon([location]);
    expect([location === '', await kinds({ repair: true })]).toEqual([false, []]);
  });

  it('anything that is published, deleted and collected meanwhile', async () => {
    let working = true;
    const clients = [0, 1, 2].map(async (client) => {
      for (let n = 0; working; n += 1) {
        const { id } = await bodyOf(
          publish(server, 'shelf', `w${client}-1.${n}.0.txt`, `bytes ${client} ${n}`),
          'Package',
        );
        await server.ask(server.in('shelf', 'packages', id), { method: 'DELETE' });
        await collectBlobs(server.larder);
      }
    });
    const found: object[] = [];
    for (let round = 0; round < 20; round += 1) found.push(...(await kinds()));
    working = false;
    await Promise.all(clients);
    expect(found).toEqual([]);
  });
});

async function* toBytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Uploads that clients send in pieces, by any of several servers. */
import { createHash } from 'node:crypto';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Failure } from '../../src/model/failure.ts';
import type { Registry, UploadSession } from '../../src/model/records.ts';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { singleFile, type Release } from '../../src/registry/ecosystem.ts';
import { findStored } from '../../src/registry/find-stored.ts';
import { publishRelease } from '../../src/registry/publish-release.ts';
import { createRegistry } from '../../src/registry/registries.ts';
import { deleteExpiredUploads } from '../../src/registry/uploads/delete-expired.ts';
import { finishUpload } from '../../src/registry/uploads/finish-upload.ts';
import {
  appendToUpload,
  cancelUpload,
  findUpload,
  openUpload,
  sizeOfUpload,
} from '../../src/registry/uploads/sessions.ts';
import { writable } from '../../src/registry/writable.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { streamOf } from '../storage/blob-samples.ts';
import { findingsIn } from './findings.ts';

let server: TestServer;
let other: TestServer;
let registry: Registry;
let upload: UploadSession;

beforeEach(async () => {
  server = await startTestServer({ LARDER_MAX_PACKAGE_SIZE: '2000000' });
  other = await startTestServer({ LARDER_DATA_DIR: server.dataDir });
  onTestFinished(async () => {
    await other.stop();
    await server[Symbol.asyncDispose]();
  });
  registry = await createRegistry(server.larder, server.organization, { name: 'Layers', ecosystem: 'debian' });
  upload = await openUpload(server.larder, registry);
});

async function append(offset: number, text: string, on = server): Promise<number> {
  const staged = await on.larder.blobs.stage(streamOf(text));
  try {
    return await appendToUpload(on.larder, await findUpload(on.larder, registry, upload.id), { offset, staged });
  } finally {
    await staged.discard();
  }
}

function finish(text: string, on = server) {
  return finishUpload(on.larder, registry, upload, sha256(text));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Removes unreferenced blobs, and returns the digests of the others. */
async function storedDigests(): Promise<readonly string[]> {
  await collectBlobs(server.larder);
  const { blobs, staged } = await storedBytes(server.dataDir);
  expect([staged, await findingsIn(server)]).toEqual([[], []]);
  return blobs.toSorted();
}

const failure = (code: Failure['code'], members: object = {}) => expect.objectContaining({ code, members }) as Failure;

it('an upload is continued and finished on another server', async () => {
  const [first, second, third] = ['a'.repeat(700_000), 'b'.repeat(600_001), 'c'] as const;
  expect(await append(0, first)).toBe(700_000);
  expect(await sizeOfUpload(other.larder, upload)).toBe(700_000);
  expect(await append(700_000, second, other)).toBe(1_300_001);
  expect(await append(1_300_001, third)).toBe(1_300_002);
  const all = first + second + third;
  const { size, digests } = await finish(all, other);
  expect([size, digests.sha256]).toEqual([1_300_002, sha256(all)]);
  expect(await storedDigests()).toEqual([sha256(all)]);
  const stored = await findStored(server.larder, registry, sha256(all));
  expect(stored).toMatchObject({ name: sha256(all), upload: upload.id });
  const hash = createHash('sha256');
  for await (const chunk of await server.larder.blobs.open(stored?.blob.location ?? '')) hash.update(chunk);
  expect(hash.digest('hex')).toBe(sha256(all));
});

it('the only piece of an upload is not written again', async () => {
  await append(0, 'layer');
  const before = await storedBytes(server.dataDir);
  await finish('layer');
  await finish('layer', other);
  expect(await storedBytes(server.dataDir)).toEqual(before);
});

it('an upload without bytes can be finished', async () => {
  await finish('');
  expect(await storedDigests()).toEqual([sha256('')]);
});

it('a piece that does not begin at the end is rejected with the right offset, and not stored', async () => {
  await append(0, 'abc');
  await expect(append(2, 'x', other)).rejects.toEqual(failure('upload-offset', { offset: 3 }));
  await expect(append(4, 'x')).rejects.toEqual(failure('upload-offset', { offset: 3 }));
  expect(await storedDigests()).toEqual([sha256('abc')]);
});

it('one of two concurrent pieces with one offset is stored', async () => {
  const results = await Promise.allSettled([append(0, 'one'), append(0, 'two', other)]);
  const rejected = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  expect(rejected).toEqual([failure('upload-offset', { offset: 3 })]);
  expect(await storedDigests()).toHaveLength(1);
});

it('a piece beyond the maximum size of a package is rejected', async () => {
  await append(0, 'a'.repeat(1_999_999));
  await expect(append(1_999_999, 'aa')).rejects.toEqual(failure('payload-too-large'));
  expect(await append(1_999_999, 'a')).toBe(2_000_000);
});

it('a digest that differs from that of the bytes ends the upload, and nothing is kept', async () => {
  await append(0, 'abc');
  await append(3, 'def');
  await expect(finish('abcxyz')).rejects.toEqual(failure('digest-mismatch'));
  await expect(findUpload(server.larder, registry, upload.id)).rejects.toEqual(failure('not-found'));
  expect(await storedDigests()).toEqual([]);
});

it('a finished upload takes no bytes and no other digest', async () => {
  await append(0, 'abc');
  await finish('abc');
  await expect(append(3, 'd')).rejects.toEqual(failure('upload-used'));
  await expect(finish('xyz')).rejects.toEqual(failure('upload-used'));
  expect(await storedDigests()).toEqual([sha256('abc')]);
});

it('a cancelled upload and its bytes go', async () => {
  await append(0, 'abc');
  await cancelUpload(other.larder, upload);
  await expect(cancelUpload(server.larder, upload)).rejects.toEqual(failure('not-found'));
  await expect(finish('abc')).rejects.toEqual(failure('not-found'));
  await expect(sizeOfUpload(server.larder, upload)).rejects.toEqual(failure('not-found'));
  expect(await storedDigests()).toEqual([]);
});

it('an upload that ends while its pieces are joined is not found', async () => {
  await append(0, 'abc');
  await append(3, 'def');
  const { blobs } = server.larder;
  const open = blobs.open.bind(blobs);
  onTestFinished(() => void Object.assign(blobs, { open }));
  Object.assign(blobs, {
    open: async (location: string) => {
      await cancelUpload(other.larder, upload).catch(() => undefined);
      await collectBlobs(other.larder);
      return await open(location);
    },
  });
  await expect(finish('abcdef')).rejects.toEqual(failure('not-found'));
  expect(await storedDigests()).toEqual([]);
});

it('an upload is found in its registry only, until it expires, and then it goes with its bytes', async () => {
  await append(0, 'abc');
  const elsewhere = await createRegistry(server.larder, server.organization, { name: 'Others', ecosystem: 'debian' });
  await expect(findUpload(server.larder, elsewhere, upload.id)).rejects.toEqual(failure('not-found'));
  const brief = { ...server.larder, uploadLifetime: -1 };
  const staged = await server.larder.blobs.stage(streamOf('def'));
  await appendToUpload(brief, upload, { offset: 3, staged });
  await expect(findUpload(server.larder, registry, upload.id)).rejects.toEqual(failure('not-found'));
  await deleteExpiredUploads(brief, new AbortController().signal);
  expect(await server.larder.catalog.uploads.find(upload.id)).toBeUndefined();
  expect(await storedDigests()).toEqual([]);
});

it('bytes of a finished upload are found in its registry until it expires', async () => {
  await append(0, 'abc');
  expect(await findStored(server.larder, registry, sha256('abc'))).toBeUndefined();
  await finish('abc');
  const elsewhere = await createRegistry(server.larder, server.organization, { name: 'Others', ecosystem: 'debian' });
  expect(await findStored(server.larder, elsewhere, sha256('abc'))).toBeUndefined();
  expect((await findStored(other.larder, registry, sha256('abc')))?.upload).toBe(upload.id);
  await server.larder[writable].uploads.deleteExpired(new Date('9999-01-01'), 10);
  expect(await findStored(server.larder, registry, sha256('abc'))).toBeUndefined();
});

it('a release that names the bytes of a finished upload claims it', async () => {
  await append(0, 'layer');
  await finish('layer', other);
  const publishVersion = (version: string, text: string) => {
    const file = {
      name: 'layer',
      role: 'main',
      mediaType: null,
      bytes: { stored: sha256(text), ifMissing: 'reject' },
    } as const;
    const release: Release = { ...singleFile, name: 'image', version, variant: null, metadata: {}, files: [file] };
    const larder = { ...server.larder, read: () => Promise.resolve(release) };
    const by = { id: null, description: 'For a test', issuer: null };
    return publishRelease(larder, registry, { files: [], claims: {}, by });
  };
  await expect(publishVersion('0', 'missing')).rejects.toEqual(failure('content-missing'));
  const { package: pkg } = await publishVersion('1', 'layer');
  expect([pkg?.digests.sha256, await server.larder.catalog.uploads.find(upload.id)]).toEqual([
    sha256('layer'),
    undefined,
  ]);
  // Now the first version has the bytes.
  expect((await publishVersion('2', 'layer')).outcome).toBe('published');
  expect(await storedDigests()).toEqual([sha256('layer')]);
});

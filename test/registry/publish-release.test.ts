/** Publishing releases of any shape, by a reader of the test. The bytes are real, and the failures are those of users. */
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Registry } from '../../src/model/records.ts';
import { copyPackage } from '../../src/registry/copy.ts';
import { deletePackage } from '../../src/registry/delete-package.ts';
import { singleFile, type Incoming, type Release, type ReleaseFile } from '../../src/registry/ecosystem.ts';
import type { Larder } from '../../src/registry/larder.ts';
import { publishRelease } from '../../src/registry/publish-release.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { streamOf } from '../storage/blob-samples.ts';

let server: TestServer;
const registries: Registry[] = [];

beforeAll(async () => {
  server = await startTestServer();
  for (const slug of ['shelf', 'other']) {
    await createRegistry(server, slug, 'files');
    const registry = await server.larder.catalog.registries.find(server.organization.id, slug);
    if (registry) registries.push(registry);
  }
});
afterAll(() => server[Symbol.asyncDispose]());

const by = { id: null, description: 'a test', issuer: null };

/** Publishes bytes under these names; the reader returns the rest of the release, of which `name` is always needed. */
async function publish(
  contents: Readonly<Record<string, string>>,
  release: (incoming: Incoming) => Promise<Partial<Release>> | Partial<Release>,
  registry = registries[0],
) {
  if (registry === undefined) throw new Error('There is no registry.');
  const larder = larderWith(async (_ecosystem, incoming) => ({
    ...singleFile,
    name: 'tool',
    version: '1.0',
    variant: null,
    metadata: {},
    files: incoming.files.map((file, at) => fileOf(file, at === 0 ? 'main' : 'attached')),
    package: 'any',
    ...(await release(incoming)),
  }));
  const files = await Promise.all(
    Object.entries(contents).map(async ([name, bytes]) => ({
      name,
      staged: await larder.blobs.stage(streamOf(bytes)),
    })),
  );
  try {
    return await publishRelease(larder, registry, { files, claims: { any: 'thing' }, by });
  } finally {
    await Promise.all(files.map(({ staged }) => staged.discard()));
  }
}

function fileOf(bytes: Incoming['files'][number], role: ReleaseFile['role']): ReleaseFile {
  return { name: bytes.name, role, mediaType: 'text/plain', bytes };
}

/** The server, with tags and needs. */
function larderWith(read: Larder['read']): Larder {
  const { larder } = server;
  const files = { ...larder.ecosystems.files, defaultTag: 'latest' };
  return { ...larder, ecosystems: { ...larder.ecosystems, files }, read };
}

async function contentOf(
  name: string,
  fileName: string,
  version = '1.0',
  registry = registries[0],
): Promise<string | undefined> {
  const { catalog, blobs } = server.larder;
  const file = await catalog.packages.findFile(registry?.id ?? '', { nameKey: name, versionKey: version, fileName });
  return file && (await text(await blobs.open(file.blob.location)));
}

test('a release has files with slashes, derived ones, and bytes that the registry has', async () => {
  const name = 'commits';
  await publish({ 'a/b.txt': 'first' }, () => ({ name }));
  const outcome = await publish({ 'c.txt': 'second' }, async ({ files, claims, stored }) => {
    const sha256 = (await findFile('commits', 'a/b.txt'))?.blob.digests.sha256 ?? '';
    const found = await stored(sha256);
    return {
      name,
      version: '2.0',
      metadata: { ...claims, size: found?.size ?? null, unknown: (await stored('00')) === undefined },
      files: [
        ...files.map((file) => fileOf(file, 'main')),
        { name: 'a/b.txt', role: 'attached', mediaType: 'text/x-old', bytes: { stored: sha256, ifMissing: 'reject' } },
        { name: 'c.txt.sum', role: 'derived', mediaType: null, bytes: Buffer.from('sum') },
      ],
    };
  });
  expect([
    outcome.package?.metadata,
    await contentOf(name, 'a/b.txt', '2.0'),
    await contentOf(name, 'c.txt', '2.0'),
    await contentOf(name, 'c.txt.sum', '2.0'),
    (await findFile(name, 'a/b.txt', '2.0'))?.mediaType,
  ]).toEqual([{ any: 'thing', size: 5, unknown: true }, 'first', 'second', 'sum', 'text/x-old']);
});

test('a file whose name has slashes is listed and served by the API', async () => {
  const { package: pkg } = await publish({ 'ä/b c.txt': 'in folders' }, () => ({ name: 'folders' }));
  const list = await bodyOf(server.ask(server.in('shelf', 'packages', pkg?.id ?? '', 'files')), 'PackageFileList');
  const [file] = list.items;
  const reply = await server.ask(new URL(file?.url ?? '').pathname);
  expect([file?.name, reply.status, await reply.text()]).toEqual(['ä/b c.txt', 200, 'in folders']);
});

function findFile(name: string, fileName: string, version = '1.0') {
  return server.larder.catalog.packages.findFile(registries[0]?.id ?? '', {
    nameKey: name,
    versionKey: version,
    fileName,
  });
}

test('the first complete package gets the default tag', async () => {
  const name = 'tagged';
  const tagsOf = async (): Promise<readonly string[]> => {
    const project = await server.larder.catalog.projects.find(registries[0]?.id ?? '', name);
    const tags = await server.larder.catalog.projects.tags(project?.id ?? '', { limit: 9 });
    return tags.map(({ tag, version }) => `${tag} ${version}`);
  };
  await publish({}, () => ({ name, version: '0.1' }));
  const seen = [await tagsOf()];
  for (const version of ['1.0', '2.0']) await publish({ a: version }, () => ({ name, version }));
  seen.push(await tagsOf());
  expect(seen).toEqual([[], ['latest 1.0']]);
});

test('a tag that is not where it should be is a failure with its place', async () => {
  const name = 'moving';
  const tags = (at: string | null): Release['tags'] => [{ tag: 'main', if: { at } }];
  await publish({ a: '1' }, () => ({ name, version: '1.0', tags: tags(null) }));
  await publish({ a: '2' }, () => ({ name, version: '2.0', tags: tags('1.0') }));
  await expect(publish({ a: '3' }, () => ({ name, version: '3.0', tags: tags('1.0') }))).rejects.toMatchObject({
    code: 'tag-moved',
    message: 'Tag "main" points to version 2.0, so moving 3.0 was not published. Read the tag again, then retry.',
    members: { tag: 'main', version: '2.0' },
  });
  expect(await contentOf(name, 'a', '3.0')).toBeUndefined();
});

test('a copy takes along what a package needs, and a needed package cannot be deleted', async () => {
  const name = 'index';
  const [from, to] = registries;
  const child = (await publish({ a: 'child' }, () => ({ name, version: 'child' }))).package;
  const middle = (await publish({ a: 'middle' }, () => ({ name, version: 'middle', needs: ['child'] }))).package;
  const parent = (await publish({ a: 'parent' }, () => ({ name, version: 'parent', needs: ['middle', 'child'] })))
    .package;
  if (!child || !middle || !parent || !from || !to) throw new Error('The packages are not there.');
  const larder = larderWith(server.larder.read);
  const copied = await copyPackage(larder, parent, { from, to, by });
  await expect(deletePackage(larder, from, child, by)).rejects.toMatchObject({
    code: 'package-needed',
    message: 'index child is needed by middle, parent in registry "shelf". Delete these versions first.',
  });
  const deleted = [];
  for (const pkg of [parent, middle, child]) deleted.push(await deletePackage(larder, from, pkg, by));
  expect([
    copied.outcome,
    await contentOf(name, 'a', 'child', to),
    await contentOf(name, 'a', 'middle', to),
    deleted,
  ]).toEqual(['published', 'child', 'middle', [true, true, true]]);
});

test.each<[string, Partial<Release>, RegExp]>([
  [
    'a needed version that does not exist',
    { needs: ['9'] },
    /^bad 1\.0 needs version 9, which does not exist in registry "shelf"/,
  ],
  [
    'bytes that the registry does not have',
    { files: [stored('x', 'f'.repeat(64))] },
    /has the digest f+\. Upload it first/,
  ],
  ['two files with one name', { files: [stored('x', '0'), stored('x', '1')] }, /two files named "x"/],
  ['a path that leaves its folder', { files: [stored('../x', '0')] }, /is not a file name/],
  ['a path that is too long', { files: [stored(`${'x/'.repeat(600)}x`, '0')] }, /has 1201 bytes; the maximum is 1024/],
  ['a segment that is too long', { files: [stored(`x/${'x'.repeat(256)}`, '0')] }, /has 256 bytes; the maximum is 255/],
  ['a tag with a line break', { tags: [{ tag: 'a\nb', if: 'always' }] }, /^A tag is empty or has invalid characters/],
  ['a tag that is too long', { tags: [{ tag: 'x'.repeat(256), if: 'always' }] }, /256 characters; the maximum is 255/],
  [
    'too many needs',
    { needs: Array.from({ length: 1001 }, (_, n) => String(n)) },
    /has 1001 needs; the maximum is 1000/,
  ],
  [
    'a media type that is none',
    { files: [{ ...stored('x', '0'), mediaType: 'a\r\nb: c' }] },
    /media type of "x" is invalid/,
  ],
  ['a package to extend that does not exist', { package: 'existing', files: [] }, /does not exist in registry "shelf"/],
])('rejects %s, and stores nothing', async (_, release, reason) => {
  await expect(publish({}, () => ({ name: 'bad', ...release }))).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:unacceptable-file|content-missing)$/),
    message: expect.stringMatching(reason),
  });
  expect(await server.larder.catalog.projects.find(registries[0]?.id ?? '', 'bad')).toBeUndefined();
});

test('rejects claims of more than 1 MiB before it reads the files', async () => {
  const read = vi.fn(server.larder.read);
  const claims = { text: 'x'.repeat(2 ** 20 - 10) };
  const [registry] = registries;
  if (registry === undefined) throw new Error('There is no registry.');
  await expect(publishRelease({ ...server.larder, read }, registry, { files: [], claims, by })).rejects.toMatchObject({
    code: 'unacceptable-file',
    message: 'The data about the package has 1048577 bytes of JSON; the maximum is 1048576.',
  });
  expect(read).not.toHaveBeenCalled();
});

function stored(name: string, sha256: string): ReleaseFile {
  return { name, role: 'attached', mediaType: null, bytes: { stored: sha256, ifMissing: 'reject' } };
}

test('other bytes under a name that the package has are a conflict, and equal ones are not', async () => {
  const name = 'repeated';
  const send = (content: string) => publish({ 'a/b': content }, () => ({ name }));
  const first = await send('one');
  const revision = await revisionNow();
  const again = await send('one');
  await expect(send('two')).rejects.toMatchObject({
    code: 'package-exists',
    message:
      'repeated 1.0 in registry "shelf" already has the file "a/b" with different bytes. Publish another version.',
  });
  expect([again, await revisionNow(), await contentOf(name, 'a/b')]).toEqual([
    { ...first, adopted: new Set() },
    revision,
    'one',
  ]);
});

async function revisionNow(): Promise<number | undefined> {
  return (await server.larder.catalog.registries.find(server.organization.id, 'shelf'))?.revision;
}

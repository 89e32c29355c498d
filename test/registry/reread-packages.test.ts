/** Packages whose reader has a later edition than the one that read them. */
import { text } from 'node:stream/consumers';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { EcosystemId } from '../../src/model/values.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Registry } from '../../src/model/records.ts';
import type { Incoming, Release } from '../../src/registry/ecosystem.ts';
import type { Larder } from '../../src/registry/larder.ts';
import { rereadPackages, type RereadStep } from '../../src/registry/reread-packages.ts';
import { UnacceptableFile } from '../../src/registry/unacceptable-file.ts';
import { eventually } from '../fixtures/eventually.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { loadStoredServer } from '../storage/catalog/upgrade/stored-server.ts';
import { useTemporaryFolder } from '../storage/temporary-folder.ts';
import { findingsIn } from './findings.ts';

const folder = useTemporaryFolder();
let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
  onTestFinished(() => server[Symbol.asyncDispose]());
  await createRegistry(server, 'shelf', 'files');
});

type ReadOne = (release: Release, incoming: Incoming) => Release | Promise<Release>;

/** A later version of Larder, whose reader of plain files has another result. */
function later(edition: number, read: ReadOne, { larder } = server): Larder {
  const { files, ...others } = larder.ecosystems;
  return {
    ...larder,
    ecosystems: { ...others, files: { ...files, edition } },
    read: async (ecosystem, incoming) => await read(await larder.read(ecosystem, incoming), incoming),
  };
}

async function reread(larder: Larder): Promise<readonly [boolean, ...(readonly [string, string])[]]> {
  const steps: RereadStep[] = [];
  const isDone = await rereadPackages(larder, new AbortController().signal, (step) => steps.push(step));
  return [isDone, ...steps.map(({ title, outcome }) => [title, outcome.result] as const)];
}

const stay: ReadOne = (release) => release;

const withMore: ReadOne = (release) => ({
  ...release,
  metadata: { ...release.metadata, from: 'later' },
  entries: [{ part: 'all', text: `entry of ${release.name}` }],
  files: [
    ...release.files,
    { name: `${release.name}.digest`, role: 'derived', mediaType: 'text/plain', bytes: Buffer.from(release.name) },
  ],
});

async function findRegistry(slug = 'shelf', { larder, organization } = server): Promise<Registry> {
  const registry = await larder.catalog.registries.find(organization.id, slug);
  if (!registry) throw new Error(`There is no registry ${slug}.`);
  return registry;
}

it('a package gets the metadata, entries and derived files of the later edition, and its registry a revision', async () => {
  const { id } = await bodyOf(publish(server, 'shelf', 'app-1.0.0.txt', 'bytes'), 'Package');
  expect(await reread(later(2, withMore))).toEqual([true, ['app 1.0.0 (txt)', 'stored']]);
  const { metadata } = await bodyOf(server.ask(server.in('shelf', 'packages', id)), 'Package');
  const { catalog, blobs } = server.larder;
  const derived = await catalog.packages.derivedFile(id, 'app.digest');
  const registry = await findRegistry();
  const [, change] = await catalog.changes.after(registry.id, 0, 9);
  expect([
    metadata,
    derived && (await text(await blobs.open(derived.blob.location))),
    [registry.revision, change?.kind, change?.package?.id, change?.details, change?.by],
    (await catalog.packages.files(id)).map(({ name }) => name),
    await findingsIn(server),
  ]).toEqual([
    expect.objectContaining({ from: 'later' }),
    'app',
    [2, 'read', id, { edition: 2 }, null],
    ['app-1.0.0.txt'],
    [],
  ]);
});

it('a package is read once by an edition, and nothing is changed if nothing differs', async () => {
  await publish(server, 'shelf', 'app-1.0.0.txt', 'bytes');
  expect(await reread(later(1, stay))).toEqual([true]);
  expect(await reread(later(2, stay))).toEqual([true, ['app 1.0.0 (txt)', 'equal']]);
  expect(await reread(later(2, withMore))).toEqual([true]);
  await reread(later(3, withMore));
  const { blobs } = await storedBytes(server.dataDir);
  expect(await reread(later(4, withMore))).toEqual([true, ['app 1.0.0 (txt)', 'equal']]);
  expect([(await findRegistry()).revision, (await storedBytes(server.dataDir)).blobs.length]).toEqual([
    2,
    blobs.length,
  ]);
});

it.each<[string, ReadOne]>([
  [
    'is rejected',
    () => {
      throw new UnacceptableFile('Too old.');
    },
  ],
  ['would have another version', (release) => ({ ...release, version: '2.0.0' })],
  ['would have another variant', (release) => ({ ...release, variant: null })],
])('a package that %s by the later edition stays as it is, and is not read again', async (_, read) => {
  const { id, metadata } = await bodyOf(publish(server, 'shelf', 'app-1.0.0.txt', 'bytes'), 'Package');
  expect(await reread(later(2, read))).toEqual([true, ['app 1.0.0 (txt)', 'rejected']]);
  expect((await bodyOf(server.ask(server.in('shelf', 'packages', id)), 'Package')).metadata).toEqual(metadata);
  expect([await reread(later(2, withMore)), (await findRegistry()).revision]).toEqual([[true], 1]);
});

it('a rejected package is a finding of checks, like its copies, until a later edition accepts it', async () => {
  await createRegistry(server, 'other', 'files');
  const { id } = await bodyOf(publish(server, 'shelf', 'app-1.0.0.txt', 'bytes'), 'Package');
  const reject: ReadOne = () => {
    throw new UnacceptableFile('It is too old.');
  };
  await reread(later(2, reject));
  await bodyOf(server.ask(`${server.in('shelf', 'packages', id, 'copy')}?to=other`, { method: 'POST' }), 'Package');
  const finding = (registry: string) => ({
    kind: 'rejected',
    at: `acme/${registry}: app 1.0.0 (txt)`,
    detail: 'is served as before, but this version rejects it: It is too old. Delete it and publish a corrected build.',
    removed: false,
  });
  expect(await findingsIn(server)).toEqual([finding('shelf'), finding('other')]);
  await server.ask(server.in('shelf', 'packages', id), { method: 'DELETE' });
  expect(await findingsIn(server)).toEqual([finding('other')]);
  expect(await reread(later(3, stay))).toEqual([true, ['app 1.0.0 (txt)', 'equal']]);
  expect(await findingsIn(server)).toEqual([]);
});

it('packages that cannot be read do not keep others from it', async () => {
  for (const n of [1, 2, 3]) await publish(server, 'shelf', `app-${n}.0.0.txt`, `bytes ${n}`);
  const failsOnce: ReadOne = (release) => {
    if (release.version === '2.0.0') throw new Error('made up');
    return withMore(release, { files: [] } as never);
  };
  expect(await reread(later(2, failsOnce))).toEqual([
    true,
    ['app 1.0.0 (txt)', 'stored'],
    ['app 2.0.0 (txt)', 'failed'],
    ['app 3.0.0 (txt)', 'stored'],
  ]);
});

it('a package is read later if all threads are busy', async () => {
  await publish(server, 'shelf', 'app-1.0.0.txt', 'bytes');
  const busy: ReadOne = () => {
    throw new Failure('unavailable', 'The server is busy.');
  };
  expect(await reread(later(2, busy))).toEqual([false, ['app 1.0.0 (txt)', 'later']]);
  expect(await reread(later(2, stay))).toEqual([true, ['app 1.0.0 (txt)', 'equal']]);
});

it('a package that is deleted meanwhile is gone, and leaves no bytes', async () => {
  const { id } = await bodyOf(publish(server, 'shelf', 'app-1.0.0.txt', 'bytes'), 'Package');
  const deleted: ReadOne = async (release, incoming) => {
    await server.ask(server.in('shelf', 'packages', id), { method: 'DELETE' });
    return withMore(release, incoming);
  };
  expect(await reread(later(2, deleted))).toEqual([true, ['app 1.0.0 (txt)', 'gone']]);
  expect(await findingsIn(server)).toEqual([]);
});

it('stops immediately, in the middle of a package', async () => {
  await publish(server, 'shelf', 'app-1.0.0.txt', 'bytes');
  const stop = new AbortController();
  const endless: ReadOne = () => {
    stop.abort();
    return new Promise(() => undefined);
  };
  expect(await rereadPackages(later(2, endless), stop.signal, () => undefined)).toBe(false);
  expect(await server.larder.catalog.editions.countEarlier('files', 2)).toBe(1);
});

it.each(['0.1.0', '0.2.0'])(
  'the server reads the packages of %s again: wheels get their METADATA as a file',
  async (version) => {
    const { settings } = await loadStoredServer(version, folder());
    await using upgraded = await startTestServer(settings);
    const { catalog } = upgraded.larder;
    const all: readonly EcosystemId[] = ['debian', 'files', 'python'];
    await eventually(async () => {
      const counts = await Promise.all(all.map((ecosystem) => catalog.editions.countEarlier(ecosystem, 1)));
      expect(counts).toEqual([0, 0, 0]);
    });
    const page = await upgraded.ask('/acme/own-python/pypi/simple/foo-bar/', {
      headers: { Accept: 'application/vnd.pypi.simple.v1+json' },
    });
    const { files } = (await page.json()) as { files: { url: string; 'core-metadata'?: { sha256: string } }[] };
    const wheel = files.find(({ url }) => url.includes('.whl'));
    const python = await findRegistry('own-python', upgraded);
    const { packageId = '' } = (await catalog.packages.findFileByName(python.id, 'foo_bar-1.0-py3-none-any.whl')) ?? {};
    const derived = await catalog.packages.derivedFile(packageId, 'foo_bar-1.0-py3-none-any.whl.metadata');
    const debian = await findRegistry('own-debian', upgraded);
    const changes = [
      ...(await catalog.changes.after(debian.id, 0, 99)),
      ...(await catalog.changes.after(python.id, 0, 99)),
    ];
    const read = changes.filter(({ kind }) => kind === 'read').map(({ name }) => name);
    // Only the wheels of 0.1.0 lack something.
    expect([derived?.blob.digests.sha256, read.toSorted()]).toEqual([
      wheel?.['core-metadata']?.sha256,
      version === '0.1.0' ? ['Foo.Bar', 'demo'] : [],
    ]);
    expect(derived).toBeDefined();
    expect(await findingsIn(upgraded)).toEqual([]);
  },
);

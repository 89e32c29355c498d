/** The lists of files in packages, for apt-file. */
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listedFiles, openRepository, publishBuilt, sha256Of, type Repository } from './debian-repository.ts';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();

test('Contents has a line for each path and package of its architecture', async () => {
  const { publishFiles, repository } = await opened();
  await publishFiles('one', 'amd64', ['usr/bin/same', 'usr/share/one']);
  await publishFiles('two', 'amd64', ['usr/bin/same']);
  await publishFiles('three', 'all', ['usr/share/three']);
  expect(await repository.text('main/Contents-amd64')).toBe(
    'usr/bin/same utils/one\nusr/share/one utils/one\nusr/bin/same utils/two\n',
  );
  expect(await repository.text('main/Contents-all')).toBe('usr/share/three utils/three\n');
});

test('the files of udebs are in a Contents of their own', async () => {
  const { publishFiles, repository } = await opened();
  await publishFiles('one', 'amd64', ['bin/one']);
  await publishFiles('one-udeb', 'amd64', ['bin/one'], 'one-udeb_1.0.0_amd64.udeb');
  expect(await repository.text('main/Contents-udeb-amd64')).toBe('bin/one utils/one-udeb\n');
  expect(await repository.text('main/Contents-amd64')).toBe('bin/one utils/one\n');
});

test('Contents is in Release, with digests that lead to it, plain and compressed', async () => {
  const { publishFiles, repository } = await opened();
  expect(await repository.text('Release')).not.toContain('Contents');
  await publishFiles('one', 'amd64', ['usr/bin/one']);
  const listed = listedFiles(await repository.text('InRelease')).filter(({ path }) => path.includes('Contents'));
  expect(listed.map(({ path }) => path)).toEqual(['main/Contents-amd64', 'main/Contents-amd64.gz']);
  for (const file of listed) {
    const [byName, byDigest] = [await repository.dist(file.path), await repository.dist(repository.byHash(file))];
    expect([sha256Of(byName.bytes), sha256Of(byDigest.bytes)]).toEqual([file.sha256, file.sha256]);
  }
  const { bytes } = await repository.dist('main/Contents-amd64.gz');
  expect(gunzipSync(bytes).toString()).toBe('usr/bin/one utils/one\n');
});

test('an earlier Contents is served by its digest while a client fetches it, and other lists are not there', async () => {
  const { publishFiles, repository } = await opened();
  await publishFiles('one', 'amd64', ['usr/bin/one']);
  const listed = listedFiles(await repository.text('InRelease'));
  await publishFiles('two', 'amd64', ['usr/bin/two']);
  await repository.text('InRelease');
  const earlier = async (path: string): Promise<readonly [number, number]> => {
    const { sha256 } = listed.find((file) => file.path === path) ?? { sha256: '' };
    const own = repository.byHash({ path, sha256, size: 0 });
    const statuses = [own, `main/by-hash/SHA256/${sha256}`].map(async (url) => (await repository.dist(url)).status);
    return [(await statuses[0]) ?? 0, (await statuses[1]) ?? 0];
  };
  expect(await earlier('main/Contents-amd64.gz')).toEqual([200, 200]);
  expect(await earlier('main/binary-amd64/Packages.gz')).toEqual([200, 404]);
});

test('a deleted package is no longer in Contents, and the last one takes it along', async () => {
  const { registry, publishFiles, repository } = await opened();
  const ids = [await publishFiles('one', 'amd64', ['a']), await publishFiles('two', 'amd64', ['b'])];
  expect(await repository.text('main/Contents-amd64')).toBe('a utils/one\nb utils/two\n');
  const remove = (id = '') => server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
  await remove(ids[0]);
  expect(await repository.text('main/Contents-amd64')).toBe('b utils/two\n');
  await remove(ids[1]);
  expect((await repository.dist('main/Contents-amd64')).status).toBe(404);
  expect(await repository.text('Release')).not.toContain('Contents');
});

test('Contents of a package with many files is complete', async () => {
  const { publishFiles, repository } = await opened();
  const paths = Array.from({ length: 20_000 }, (_, n) => `usr/share/many/${n % 97}/file-${n}`);
  await publishFiles('many', 'amd64', paths);
  await publishFiles('zeta', 'amd64', ['z']);
  const lines = (await repository.text('main/Contents-amd64')).split('\n');
  expect(lines).toEqual([...paths.map((path) => `${path} utils/many`), 'z utils/zeta', '']);
  expect(
    gunzipSync((await repository.dist('main/Contents-amd64.gz')).bytes)
      .toString()
      .split('\n'),
  ).toEqual(lines);
});

test.each(['main/Contents-arm64.gz', 'main/Contents-amd64.xz', 'main/Contents-', 'main/Content', 'main/Contents-a.b'])(
  '%s is not found',
  async (path) => {
    const { publishFiles, repository } = await opened();
    await publishFiles('one', 'amd64', ['a']);
    expect((await repository.dist(path)).status).toBe(404);
  },
);

interface Opened {
  readonly registry: string;
  readonly repository: Repository;
  readonly publishFiles: (
    name: string,
    architecture: string,
    paths: readonly string[],
    fileName?: string,
  ) => Promise<string>;
}

async function opened(): Promise<Opened> {
  const registry = await newRegistry(server(), 'debian');
  return {
    registry,
    repository: openRepository(server(), registry),
    publishFiles: (Package, Architecture, paths, fileName) => {
      const dataEntries = paths.map((path) => ({ name: `./${path}`, content: '' }));
      const control = { Package, Architecture, Section: 'utils' };
      return publishBuilt(server(), registry, { control, dataEntries }, fileName);
    },
  };
}

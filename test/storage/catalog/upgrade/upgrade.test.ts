/** What an earlier version has stored is there after the upgrade, and served as before. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { components } from '../../../../generated/api.ts';
import { bodyOf } from '../../../fixtures/replies.ts';
import { startTestServer, type TestServer } from '../../../fixtures/server.ts';
import { useTemporaryFolder } from '../../temporary-folder.ts';
import { loadStoredServer } from './stored-server.ts';

const folder = useTemporaryFolder();

test.each(['0.1.0', '0.2.0'])('serves what %s has stored', async (version) => {
  await using server = await startUpgraded(version);
  const packages = await allPackages(server);
  expect(packages.map((pkg) => `${pkg.registry.slug} ${pkg.name} ${pkg.version} ${pkg.variant}`).toSorted()).toEqual([
    'open-files manual 2.0.0 txt',
    'own-debian banana 1.0 amd64',
    'own-debian banana 1.1 amd64',
    'own-debian banana 1.1 arm64',
    'own-debian cherry 2:3.0-1 all',
    'own-files manual 2.0.0 txt',
    'own-python Foo.Bar 1.0 py3-none-any',
    'own-python demo 1.0.0 py3-none-any',
    'own-python foo_bar 1.1 sdist',
  ]);
  for (const { id, registry, digests } of packages) {
    const at = server.in(registry.slug, 'packages', id, 'files');
    const { items } = (await (await server.ask(at)).json()) as components['schemas']['PackageFileList'];
    const bytes = await server.ask(new URL(items[0]?.url ?? '').pathname);
    expect(sha256(await bytes.bytes())).toBe(digests.sha256);
  }
  expect(server.violations()).toBe(0);
});

test.each(['0.1.0', '0.2.0'])('goes on with the indexes and uploads of %s', async (version) => {
  await using server = await startUpgraded(version);
  const release = await (await server.ask('/acme/own-debian/any/dists/any/InRelease')).text();
  const [, digest = '', file = ''] = /^ ([0-9a-f]{64}) +\d+ (main\/binary-amd64\/Packages)$/m.exec(release) ?? [];
  const index = await (await server.ask(`/acme/own-debian/any/dists/any/${file}`)).bytes();
  expect([
    sha256(index),
    Buffer.from(index)
      .toString()
      .match(/^Package: /gm)?.length,
  ]).toEqual([digest, 3]);

  const page = await server.ask('/acme/own-python/pypi/simple/foo-bar/', {
    headers: { Accept: 'application/vnd.pypi.simple.v1+json' },
  });
  const { files } = (await page.json()) as { files: { filename: string }[] };
  expect(files.map(({ filename }) => filename)).toEqual(['foo_bar-1.0-py3-none-any.whl', 'foo_bar-1.1.tar.gz']);

  // Deleted packages can always be published again with the same bytes.
  const form = new FormData();
  form.set('file', new Blob(['How not to.']), 'manual-1.0.0.txt');
  expect((await server.ask(server.in('own-files', 'packages'), { method: 'POST', body: form })).status).toBe(200);
});

test.each(['0.1.0', '0.2.0'])('serves every file of the last index of %s by its digest', async (version) => {
  const { settings, sql } = await loadStoredServer(version, folder());
  const files = await sql(`select path, sha256 from index_files
    join registries on registries.id = index_files.registry_id and slug = 'own-debian'
    where index_files.revision = (select max(revision) from indexes where indexes.registry_id = registries.id)`);
  await using server = await startTestServer(settings);
  const replies = files.flatMap(({ path = '', sha256: digest = '' }) => {
    const [, directory] = /^(dists\/any\/main\/.*)\/(?:Packages|Sources)(?:\.gz)?$/.exec(path) ?? [];
    return directory === undefined
      ? []
      : [{ url: `/acme/own-debian/any/${directory}/by-hash/SHA256/${digest}`, digest }];
  });
  const served = await Promise.all(
    replies.map(async ({ url, digest }) => sha256(await (await server.ask(url)).bytes()) === digest),
  );
  expect([served.length > 4, served.every(Boolean)]).toEqual([true, true]);
});

test.each(['0.1.0', '0.2.0'])('publishes the upload that was sent to %s', async (version) => {
  const { settings, sql } = await loadStoredServer(version, folder());
  // It would have expired.
  await sql("update uploads set expires_at = '9999-01-01T00:00:00.000Z'");
  const [upload] = await sql('select id, file_name from uploads');
  await using server = await startTestServer(settings);
  const form = new FormData();
  form.set('package_url', `${server.url}/uploads/${upload?.['id']}/${upload?.['file_name']}`);
  const publishing = server.ask(server.in('own-files', 'packages'), { method: 'POST', body: form });
  const { id } = await bodyOf(publishing, 'Package');
  const file = await server.ask(server.in('own-files', 'packages', id, 'files', 'waiting-1.0.0.txt'));
  expect(await file.text()).toBe('Sent, and waiting.');
});

async function startUpgraded(version: string): Promise<TestServer> {
  const { settings } = await loadStoredServer(version, folder());
  return await startTestServer(settings);
}

async function allPackages(server: TestServer): Promise<components['schemas']['Package'][]> {
  const packages = await Promise.all(
    registries.map(async (slug) => {
      const list = (await (
        await server.ask(server.in(slug, 'packages'))
      ).json()) as components['schemas']['PackageList'];
      return await Promise.all(
        list.items.map(({ id }) => bodyOf(server.ask(server.in(slug, 'packages', id)), 'Package')),
      );
    }),
  );
  return packages.flat();
}

const registries = ['debian', 'python', 'files'].flatMap((ecosystem) => [`own-${ecosystem}`, `open-${ecosystem}`]);

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

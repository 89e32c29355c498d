/** Packages of Debian's installer: published like debs, and listed apart from them. */
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { publish } from '../fixtures/server.ts';
import {
  listedFiles,
  openRepository,
  publishBuilt,
  publishDeb,
  sha256Of,
  type Repository,
} from './debian-repository.ts';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();

const installer = 'main/debian-installer/binary-amd64/Packages';

test('a udeb is in the list of udebs alone, with a pool path that ends with .udeb', async () => {
  const { registry, repository } = await opened();
  await publishDeb(server(), registry, { Architecture: 'amd64' });
  await publishUdeb(registry, 'demo-udeb', 'amd64');
  const list = await repository.text(installer);
  expect(namesIn(list)).toEqual(['demo-udeb']);
  expect(namesIn(await repository.text('main/binary-amd64/Packages'))).toEqual(['demo']);
  const [, pool = ''] = /^Filename: (.*)$/m.exec(list) ?? [];
  expect(pool).toMatch(/^pool\/[0-9a-f]{64}\/demo-udeb_1\.0\.0_amd64\.udeb$/);
  const { bytes } = await repository.fetch(pool);
  expect(list).toContain(`\nSize: ${bytes.length}\nSHA256: ${sha256Of(bytes)}\n`);
});

test('lists of udebs are in Release, with digests that lead to them, plain and compressed', async () => {
  const { registry, repository } = await opened();
  await publishUdeb(registry, 'demo-udeb', 'amd64');
  const listed = listedFiles(await repository.text('InRelease')).filter(({ path }) => path.includes('installer'));
  expect(listed.map(({ path }) => path)).toEqual([installer, `${installer}.gz`]);
  for (const file of listed) {
    const [byName, byDigest] = [await repository.dist(file.path), await repository.dist(repository.byHash(file))];
    expect([sha256Of(byName.bytes), sha256Of(byDigest.bytes)]).toEqual([file.sha256, file.sha256]);
    expect(byDigest.headers.get('ETag')).toBe(`"${file.sha256}"`);
  }
  expect(gunzipSync((await repository.dist(`${installer}.gz`)).bytes).toString()).toBe(
    await repository.text(installer),
  );
});

test('a registry without udebs has no lists of them, also after the last one', async () => {
  const { registry, repository } = await opened();
  const before = await repository.text('Release');
  expect(before).not.toContain('debian-installer');
  expect((await repository.dist(installer)).status).toBe(404);
  const id = await publishUdeb(registry, 'demo-udeb', 'amd64');
  expect((await repository.dist(installer)).status).toBe(200);
  await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
  expect(await repository.text('Release')).not.toContain('debian-installer');
  expect((await repository.dist(installer)).status).toBe(404);
});

test('udebs of architecture all are in the list of every architecture', async () => {
  const { registry, repository } = await opened();
  await publishUdeb(registry, 'common-udeb', 'all');
  await publishUdeb(registry, 'pc-udeb', 'amd64');
  const lists = ['amd64', 'arm64', 'all'].map((name) => `main/debian-installer/binary-${name}/Packages`);
  const names = await Promise.all(lists.map(async (list) => namesIn(await repository.text(list))));
  expect(names).toEqual([['pc-udeb', 'common-udeb'], ['common-udeb'], ['common-udeb']]);
  expect(listedFiles(await repository.text('Release')).map(({ path }) => path)).toEqual(expect.arrayContaining(lists));
});

test('Release lists an architecture that only a udeb has', async () => {
  const { registry, repository } = await opened();
  await publishUdeb(registry, 'demo-udeb', 'sparc64');
  expect(/^Architectures: (.*)$/m.exec(await repository.text('Release'))?.[1]?.split(' ')).toContain('sparc64');
});

test('an unlisted udeb is not listed, and a restored one is', async () => {
  const { registry, repository } = await opened();
  const id = await publishUdeb(registry, 'demo-udeb', 'amd64');
  const setStanding = (standing: string) =>
    server().ask(server().in(registry, 'packages', id, 'standing'), {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ standing }),
    });
  expect((await setStanding('unlisted')).status).toBe(200);
  expect((await repository.dist(installer)).status).toBe(404);
  expect((await setStanding('offered')).status).toBe(200);
  expect(namesIn(await repository.text(installer))).toEqual(['demo-udeb']);
});

test('a copied udeb is a udeb', async () => {
  const { registry } = await opened();
  const other = await opened();
  const id = await publishUdeb(registry, 'demo-udeb', 'amd64');
  const copy = `${server().in(registry, 'packages', id, 'copy')}?to=${other.registry}`;
  expect((await server().ask(copy, { method: 'POST' })).status).toBe(200);
  expect(namesIn(await other.repository.text(installer))).toEqual(['demo-udeb']);
  expect(await other.repository.text('main/binary-amd64/Packages')).toBe('');
});

test.each([
  ['demo.deb', 'udeb', /Package-Type is "udeb", but the file is named "demo\.deb"; end the name with "\.udeb"/],
  ['demo.udeb', 'deb', /Package-Type is "deb", but the file is named "demo\.udeb"; a name that ends with "\.udeb"/],
])('%s is rejected with the Package-Type %s', async (name, type, reason) => {
  const { registry, repository } = await opened();
  const bytes = Buffer.from(await buildDeb({ control: { 'Package-Type': type } }));
  const { detail } = await bodyOf(publish(server(), registry, name, bytes), 'Problem', 422);
  expect(detail).toMatch(reason);
  expect(await repository.text('main/binary-amd64/Packages')).toBe('');
});

test('a udeb that is uploaded as dput does is a udeb', async () => {
  const { registry, repository } = await opened();
  const bytes = Buffer.from(await buildDeb({ control: { Package: 'put-udeb', Architecture: 'amd64' } }));
  const reply = await server().native(`acme/${registry}/any/incoming/put-udeb_1.0.0_amd64.udeb`, {
    method: 'PUT',
    headers: server().authorized,
    body: bytes,
  });
  expect(reply.status, await reply.text()).toBe(200);
  expect(namesIn(await repository.text(installer))).toEqual(['put-udeb']);
});

test('apt gets no command to install a udeb, only its URL', async () => {
  const { registry } = await opened();
  const id = await publishUdeb(registry, 'demo-udeb', 'amd64');
  const page = await server().native(`organizations/acme/packages/registries/${registry}/packages/${id}`, {
    headers: server().authorized,
  });
  const html = await page.text();
  expect(html).not.toContain('apt-get install');
  expect(html).toMatch(/\/any\/pool\/[0-9a-f]{64}\/demo-udeb_1\.0\.0_amd64\.udeb/);
});

async function opened(): Promise<{ readonly registry: string; readonly repository: Repository }> {
  const registry = await newRegistry(server(), 'debian');
  return { registry, repository: openRepository(server(), registry) };
}

function publishUdeb(registry: string, Package: string, Architecture: string): Promise<string> {
  const control = { Package, Architecture, 'Package-Type': 'udeb' };
  return publishBuilt(server(), registry, { control }, `${Package}_1.0.0_${Architecture}.udeb`);
}

function namesIn(list: string): string[] {
  return [...list.matchAll(/^Package: (.*)$/gm)].map(([, name = '']) => name);
}

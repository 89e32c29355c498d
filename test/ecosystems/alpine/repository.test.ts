/** The repository as apk requests it. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { v7 as newId } from 'uuid';
import { usualArchitectures } from '../../../src/ecosystems/alpine/architecture.ts';
import { writable } from '../../../src/registry/writable.ts';
import { present, run } from '../../clients/programs.ts';
import { buildApk, type InfoRecipe } from '../../fixtures/apk-package.ts';
import { bodyOf, detailOf } from '../../fixtures/replies.ts';
import { publish, rotateKey } from '../../fixtures/server.ts';
import { newRegistry, useServer } from '../../native/watched-server.ts';
import { insertPackage, sampleFile, samplePackage } from '../../storage/catalog/samples.ts';
import { setUpLines } from '../../web/page-lines.ts';
import { modules } from '../throwaway/modules.ts';
import { wideApi } from '../throwaway/wide-api.ts';
import { recordsIn } from './read-index.ts';
import { madeBy, takeApart } from './signed-index.ts';

const server = useServer({ modules, api: wideApi });

const folder = (registry: string, architecture: string): string =>
  `acme/${registry}/alpine_any/alpine_any/main/${architecture}`;

async function index(
  registry: string,
  architecture = 'x86_64',
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return await server().native(`${folder(registry, architecture)}/APKINDEX.tar.gz`, { headers });
}

async function bytesOf(reply: Promise<Response>): Promise<Buffer> {
  const found = await reply;
  expect(found.status).toBe(200);
  return Buffer.from(await found.arrayBuffer());
}

async function publishApk(registry: string, info: InfoRecipe = {}): Promise<string> {
  const { id } = await bodyOf(publish(server(), registry, 'demo.apk', await buildApk({ info })), 'Package');
  return id;
}

async function keyOf(registry: string): Promise<{ readonly name: string; readonly key: string }> {
  const reply = await server().native(`acme/${registry}/rsakey`);
  expect([reply.status, reply.headers.get('Content-Type')]).toEqual([200, 'application/x-pem-file']);
  const [, name = ''] = /^attachment; filename=(\S+)$/.exec(reply.headers.get('Content-Disposition') ?? '') ?? [];
  return { name, key: await reply.text() };
}

describe('an index', () => {
  test.each(usualArchitectures)('is signed and empty in a new registry: %s', async (architecture) => {
    const registry = await newRegistry(server(), 'alpine');
    const { files, signatures } = takeApart(await bytesOf(index(registry, architecture)));
    expect([files.get('APKINDEX')?.length, files.get('DESCRIPTION')?.toString()]).toEqual([0, `acme/${registry}`]);
    expect(signatures.size).toBe(2);
  });

  test('T-APK-1, T-APK-5: has signatures of its bytes, in gzip members without an end, under the name of the key', async () => {
    const registry = await newRegistry(server(), 'alpine');
    await publishApk(registry);
    const signed = takeApart(await bytesOf(index(registry)));
    const { name, key } = await keyOf(registry);
    expect(name).toMatch(new RegExp(`^acme_${registry}-[0-9a-f]{8}\\.rsa\\.pub$`));
    expect(madeBy(signed, key)).toEqual([`.SIGN.RSA256.${name}`, `.SIGN.RSA.${name}`]);
    for (const archive of signed.archives) {
      expect(archive.length % 512).toBe(0);
      expect(archive.subarray(-512).equals(Buffer.alloc(512))).toBe(false);
    }
    expect(signed.files.get('DESCRIPTION')?.length).toBeLessThanOrEqual(160);
    expect(await setUpLines(server(), registry)).toContain(`/etc/apk/keys/${name}`);
  });

  test('is signed with the old and the new key, which has another name, while a key is replaced', async () => {
    const registry = await newRegistry(server(), 'alpine');
    const old = await keyOf(registry);
    expect((await rotateKey(server(), registry, 7)).status).toBe(200);
    const current = await keyOf(registry);
    const signed = takeApart(await bytesOf(index(registry)));
    expect(madeBy(signed, old.key)).toEqual([`.SIGN.RSA256.${old.name}`, `.SIGN.RSA.${old.name}`]);
    expect(madeBy(signed, current.key)).toEqual([`.SIGN.RSA256.${current.name}`, `.SIGN.RSA.${current.name}`]);
    expect(current.name).not.toBe(old.name);
  });

  test('T-APK-2: has the conditions and priorities of packages', async () => {
    const registry = await newRegistry(server(), 'alpine');
    await publishApk(registry, { pkgname: 'demo-openrc', install_if: 'demo=1.0.0-r0 openrc', provider_priority: '10' });
    expect(recordsIn(await bytesOf(index(registry)))).toMatchObject([{ i: 'demo=1.0.0-r0 openrc', k: '10' }]);
  });

  test('T-APK-3: lists packages of noarch for every architecture, where they can be fetched', async () => {
    const registry = await newRegistry(server(), 'alpine');
    for (const [pkgname, arch] of [
      ['any', 'noarch'],
      ['own', 'x86_64'],
      ['odd', 'sh4'],
    ] as const)
      await publishApk(registry, { pkgname, arch });
    const listed = async (architecture: string) =>
      recordsIn(await bytesOf(index(registry, architecture))).map(({ P, A }) => [P, A]);
    expect(await listed('x86_64')).toEqual([
      ['own', 'x86_64'],
      ['any', 'noarch'],
    ]);
    expect(await listed('sh4')).toEqual([
      ['odd', 'sh4'],
      ['any', 'noarch'],
    ]);
    expect(await listed('noarch')).toEqual([['any', 'noarch']]);
    const status = async (architecture: string, name: string) =>
      (await server().native(`${folder(registry, architecture)}/${name}-1.0.0-r0.apk`)).status;
    expect([await status('x86_64', 'any'), await status('armhf', 'any'), await status('x86_64', 'own')]).toEqual([
      200, 200, 200,
    ]);
    expect([await status('armhf', 'own'), await status('noarch', 'own')]).toEqual([404, 404]);
  });

  // Both would be listed for this architecture, with the same URL: apk would find another checksum than it expects.
  test.each([
    ['noarch', 'x86_64'],
    ['x86_64', 'noarch'],
  ])('lists a version of %s instead of %s, not both', async (first, other) => {
    const registry = await newRegistry(server(), 'alpine');
    const id = await publishApk(registry, { arch: first });
    const second = await publish(server(), registry, 'demo.apk', await buildApk({ info: { arch: other } }));
    const exists = expect.objectContaining({ type: 'urn:larder:problem:package-exists' });
    expect([second.status, await second.json()]).toEqual([409, exists]);
    const source = await newRegistry(server(), 'alpine');
    const copy = server().in(source, 'packages', await publishApk(source, { arch: other }), 'copy');
    expect((await server().ask(`${copy}?to=${registry}`, { method: 'POST' })).status).toBe(409);
    expect(recordsIn(await bytesOf(index(registry)))).toMatchObject([{ A: first }]);
    expect((await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' })).status).toBe(200);
    await publishApk(registry, { arch: other });
  });

  test('lists a version of several architectures', async () => {
    const registry = await newRegistry(server(), 'alpine');
    for (const arch of ['x86_64', 'aarch64']) await publishApk(registry, { arch });
    expect(recordsIn(await bytesOf(index(registry, 'aarch64')))).toMatchObject([{ A: 'aarch64' }]);
  });

  test('T-APK-10: has a later date after each change, also within one second', async () => {
    const registry = await newRegistry(server(), 'alpine');
    const dates: string[] = [];
    for (const pkgname of ['a', 'b', 'c']) {
      await publishApk(registry, { pkgname });
      const date = (await index(registry)).headers.get('Last-Modified') ?? '';
      expect((await index(registry, 'x86_64', { 'If-Modified-Since': date })).status).toBe(304);
      const [last] = dates.slice(-1);
      if (last !== undefined) expect((await index(registry, 'x86_64', { 'If-Modified-Since': last })).status).toBe(200);
      dates.push(date);
    }
    expect(new Set(dates).size).toBe(3);
    expect(dates.map((date) => Date.parse(date))).toEqual(
      dates.map((date) => Date.parse(date)).toSorted((a, b) => a - b),
    );
  });

  test('no longer lists packages that are unlisted, withdrawn or deleted', async () => {
    const registry = await newRegistry(server(), 'alpine');
    const ids = [];
    for (const pkgname of ['a', 'b', 'c', 'd']) ids.push(await publishApk(registry, { pkgname }));
    const [unlisted = '', withdrawn = '', deleted = ''] = ids;
    const json = { method: 'PUT', headers: { 'Content-Type': 'application/json' } };
    await server().ask(`${server().in(registry, 'packages', unlisted)}/standing`, {
      ...json,
      body: '{"standing":"unlisted"}',
    });
    await server().ask(`${server().in(registry, 'packages', withdrawn)}/withdraw`, { method: 'POST' });
    await server().ask(server().in(registry, 'packages', deleted), { method: 'DELETE' });
    expect(recordsIn(await bytesOf(index(registry))).map(({ P }) => P)).toEqual(['d']);
    const status = async (name: string) =>
      (await server().native(`${folder(registry, 'x86_64')}/${name}-1.0.0-r0.apk`)).status;
    expect([await status('a'), await status('b'), await status('c')]).toEqual([200, 404, 404]);
  });

  test('is valid with many fragments, before and after a change', async () => {
    const registry = await newRegistry(server(), 'alpine');
    const { larder, organization } = server();
    const record = await larder.catalog.registries.find(organization.id, registry);
    if (record === undefined) throw new Error('The registry does not exist.');
    // A fragment has at most 512 KiB.
    const text = (name: string): string => `P:${name}\nV:1\nT:${`${name} `.repeat(5000)}\n`;
    for (let n = 10; n < 50; n += 1) {
      const [id, name, part] = [newId(), `demo-${n}`, n % 3 === 0 ? 'noarch' : 'x86_64'];
      const pkg = samplePackage(record, { id, name, version: '1', variant: part });
      await insertPackage(larder[writable], pkg, [sampleFile(id, id)], { part, text: text(name) });
    }
    const { key } = await keyOf(registry);
    const check = async (count: number): Promise<void> => {
      const bytes = await bytesOf(index(registry));
      expect(madeBy(takeApart(bytes), key)).toHaveLength(2);
      expect(recordsIn(bytes)).toHaveLength(count);
      const range = { start: 100, end: bytes.length - 2 };
      const part = await index(registry, 'x86_64', { Range: `bytes=${range.start}-${range.end}` });
      expect(part.status).toBe(206);
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(range.start, range.end + 1))).toBe(true);
    };
    await check(40);
    await publishApk(registry, { pkgname: 'demo-25a' });
    await check(41);
  });
});

describe('a package', () => {
  test('T-APK-4: keeps its bytes: other bytes of the same version are rejected', async () => {
    const registry = await newRegistry(server(), 'alpine');
    await publishApk(registry);
    const url = `${folder(registry, 'x86_64')}/demo-1.0.0-r0.apk`;
    const [before, indexBefore] = [await bytesOf(server().native(url)), await bytesOf(index(registry))];
    const other = await buildApk({ info: { pkgdesc: 'Says something else' } });
    expect(await detailOf(publish(server(), registry, 'demo.apk', other), 409)).toContain('already exists');
    expect((await bytesOf(server().native(url))).equals(before)).toBe(true);
    expect((await bytesOf(index(registry))).equals(indexBefore)).toBe(true);
  });

  test('is found by the name that clients derive, not by the name of its file', async () => {
    const registry = await newRegistry(server(), 'alpine');
    await publishApk(registry, { pkgname: 'g++', pkgver: '13.2_git1-r0', arch: 'x86_64' });
    for (const name of ['g++', 'g%2B%2B']) {
      const reply = await server().native(`${folder(registry, 'x86_64')}/${name}-13.2_git1-r0.apk`);
      expect([reply.status, reply.headers.get('Content-Disposition')]).toEqual([
        200,
        'attachment; filename=g++-13.2_git1-r0.apk',
      ]);
    }
  });

  test.each(['Packages.adb', 'demo.apk', 'demo-2.apk', 'demo-1.0.0-r0.deb'])('is not found as %s', async (name) => {
    const registry = await newRegistry(server(), 'alpine');
    await publishApk(registry);
    expect((await server().native(`${folder(registry, 'x86_64')}/${name}`)).status).toBe(404);
  });

  test('is fetched from a private registry with a token as the password', async () => {
    const registry = await newRegistry(server(), 'alpine', { isPublic: false });
    await publishApk(registry);
    const url = `${folder(registry, 'x86_64')}/demo-1.0.0-r0.apk`;
    expect((await server().native(url)).status).toBe(401);
    const Authorization = `Basic ${Buffer.from(`any:${server().token}`).toString('base64')}`;
    expect((await server().native(url, { headers: { Authorization } })).status).toBe(200);
  });
});

describe.skipIf(!present('sh', 'wget'))('the lines of a page', () => {
  test('store the key under its name, and the token for root alone', async () => {
    const root = await mkdtemp(path.join(os.tmpdir(), 'larder-apk-lines-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const registry = await newRegistry(server(), 'alpine', { isPublic: false });
    const lines = (await setUpLines(server(), registry)).replaceAll('/etc/apk', `${root}/etc/apk`);
    // No registry of packages has apk.
    const { ok, output } = await run('sh', ['-ec', `apk() { echo "apk $*"; }\n${lines}`], {
      environment: { TOKEN: server().token },
    });
    expect([ok, output]).toEqual([true, 'apk update\n']);
    const [name = ''] = await readdir(`${root}/etc/apk/keys`);
    const Authorization = `Bearer ${server().token}`;
    const key = await server().native(`acme/${registry}/rsakey`, { headers: { Authorization } });
    expect(key.headers.get('Content-Disposition')).toContain(name);
    expect(await readFile(`${root}/etc/apk/keys/${name}`, 'utf8')).toBe(await key.text());
    const list = `${root}/etc/apk/repositories.d/${registry}.list`;
    const url = server().url.replace('://', `://any:${server().token}@`);
    expect(await readFile(list, 'utf8')).toBe(`${url}/acme/${registry}/alpine_any/alpine_any/main\n`);
    expect(((await stat(list)).mode & 0o777).toString(8)).toBe('600');
  });
});

import { readFile, readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256Of } from '../native/debian-repository.ts';
import { newRegistry } from '../native/watched-server.ts';
import { useMachines } from './apt-machines.ts';
import { useCustomerServer } from './customer-server.ts';
import { addSource, homeOf, install, publishWithCurl, update } from './debian-customer.ts';
import { makeDeb, type DebContent } from './dpkg-deb.ts';
import { present } from './programs.ts';

describe.skipIf(!present('apt-get', 'dpkg', 'dpkg-deb', 'curl'))('apt-get: download and install', () => {
  const server = useCustomerServer();
  const machine = useMachines();

  /** A machine with a registry that has these packages. */
  async function machineWith(...contents: readonly DebContent[]) {
    const registry = await newRegistry(server(), 'debian');
    for (const content of contents) await publishWithCurl(server(), registry, content);
    const apt = await machine();
    await addSource(apt, homeOf(server(), registry));
    await update(apt);
    return { registry, apt };
  }

  test('downloads the bytes that were published', async () => {
    const content = hello('1.0');
    await using deb = await makeDeb(content);
    const { apt, registry } = await machineWith();
    const published = await publishFile(registry, deb.file);
    expect(published).toBe(200);
    await update(apt);
    await apt.get('download', 'hello');
    expect(await readFile(path.join(apt.root, 'hello_1.0_all.deb'))).toEqual(await readFile(deb.file));
  });

  test.each([
    ['libdemo++', '1.0+build5', 'libdemo++_1.0+build5_all.deb'],
    ['demo', '2.0~rc1-1', 'demo_2.0~rc1-1_all.deb'],
    ['demo', '3:1.0', 'demo_3%3a1.0_all.deb'],
    ['demo', '1:2:3', 'demo_1%3a2%3a3_all.deb'],
  ])('downloads %s %s', async (Package, Version, file) => {
    const { apt } = await machineWith({ control: { Package, Version } });
    const { output } = await apt.get('download', Package);
    expect(await readdir(apt.root), output).toContain(file);
  });

  test('installs the newest version', async () => {
    const { apt } = await machineWith(hello('1.10'), hello('1.9'), hello('1.10~rc1'));
    await install(apt, 'hello');
    expect(await greeting(apt.root)).toBe('Hello from 1.10');
  });

  test('installs what a package needs', async () => {
    const { apt } = await machineWith(
      { ...hello('1.0'), control: { Package: 'hello-data' } },
      { control: { Package: 'hello', Depends: 'hello-data (>= 1.0), libdemo++' } },
      { control: { Package: 'libdemo++', Architecture: 'amd64' } },
    );
    await install(apt, 'hello');
    expect(await greeting(apt.root)).toBe('Hello from 1.0');
  });

  test('upgrades to a version that is published later', async () => {
    const { apt, registry } = await machineWith(hello('1.0'));
    await install(apt, 'hello');
    await publishWithCurl(server(), registry, hello('1.1'));
    await update(apt);
    await apt.get('upgrade');
    expect(await greeting(apt.root)).toBe('Hello from 1.1');
  });

  test('takes packages from two registries, each signed by its own key', async () => {
    const { apt } = await machineWith(hello('1.0'));
    const second = await newRegistry(server(), 'debian');
    await publishWithCurl(server(), second, hello('2.0'));
    await addSource(apt, homeOf(server(), second));
    await update(apt);
    expect(await apt.versions('hello')).toEqual(['2.0', '1.0']);
  });

  test('goes on with a download that broke off', async () => {
    const { apt, registry } = await machineWith();
    await using deb = await makeDeb(hello('1.0'));
    await publishFile(registry, deb.file);
    await update(apt);
    const bytes = await readFile(deb.file);
    const partial = await apt.write('var/cache/apt/archives/partial/hello_1.0_all.deb', bytes.subarray(0, 200));
    const before = server().replies.length;
    const published = await lastModified(registry, bytes);
    await utimes(partial, published, published);
    await install(apt, 'hello');
    const asked = server()
      .replies.slice(before)
      .filter(({ method }) => method === 'GET');
    expect([asked.map(({ status }) => status), await greeting(apt.root)]).toEqual([[206], 'Hello from 1.0']);
  });

  test('requests only existing files', async () => {
    const { apt, registry } = await machineWith(hello('1.0'));
    const before = server().replies.length;
    await update(apt);
    await install(apt, 'hello');
    await publishWithCurl(server(), registry, hello('1.1'));
    await update(apt);
    await apt.get('upgrade');
    const asked = server()
      .replies.slice(before)
      .filter(({ method }) => method === 'GET');
    expect(asked.map(({ operationId, status }) => `${operationId} ${status}`)).toEqual([
      'getRelease 304',
      'getDeb 200',
      'getRelease 200',
      'getIndexByHash 200',
      'getDeb 200',
    ]);
  });

  async function publishFile(registry: string, file: string): Promise<number> {
    const form = new FormData();
    form.set('file', new Blob([await readFile(file)]), path.basename(file));
    return (await server().ask(server().in(registry, 'packages'), { method: 'POST', body: form })).status;
  }

  async function lastModified(registry: string, bytes: Uint8Array): Promise<Date> {
    const url = `acme/${registry}/any/pool/${sha256Of(bytes)}/hello.deb`;
    const { headers } = await server().native(url, { method: 'HEAD' });
    return new Date(headers.get('Last-Modified') ?? '');
  }
});

/** A package that installs one file, which contains its version. */
function hello(version: string): DebContent {
  return {
    control: { Package: 'hello', Version: version },
    files: { 'usr/share/hello/greeting': `Hello from ${version}` },
  };
}

async function greeting(root: string): Promise<string> {
  return readFile(path.join(root, 'usr/share/hello/greeting'), 'utf8');
}

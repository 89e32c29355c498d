import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { rotateKey } from '../fixtures/server.ts';
import { newRegistry } from '../native/watched-server.ts';
import { useMachines } from './apt-machines.ts';
import { useCustomerServer } from './customer-server.ts';
import { addSource, homeOf, publishWithCurl, update } from './debian-customer.ts';
import { present, run } from './programs.ts';

describe.skipIf(!present('apt-get', 'dpkg-deb', 'curl'))('apt-get: update', () => {
  const server = useCustomerServer();
  const machine = useMachines();

  afterEach(() => {
    vi.useRealTimers();
  });

  async function newSource(architecture?: string) {
    const registry = await newRegistry(server(), 'debian');
    const apt = await machine(architecture);
    await addSource(apt, homeOf(server(), registry));
    return { registry, apt };
  }

  test('reads an empty registry without complaint', async () => {
    const { apt } = await newSource();
    await expect(update(apt)).resolves.toContain('InRelease');
  });

  test('finds all versions, the newest first', async () => {
    const { apt, registry } = await newSource();
    for (const Version of ['1.10', '1.9', '1.10~rc1', '1:0.1']) {
      await publishWithCurl(server(), registry, { control: { Version } });
    }
    await update(apt);
    expect(await apt.versions('demo')).toEqual(['1:0.1', '1.10', '1.10~rc1', '1.9']);
  });

  test('goes on with an old key until it expires, then with the new one from the same URL', async () => {
    const { apt, registry } = await newSource();
    await rotateKey(server(), registry, 30);
    await publishWithCurl(server(), registry, { control: { Version: '1.0' } });
    await update(apt);
    await rotateKey(server(), registry, 0);
    const { ok, output } = await apt.get('update', '-o', 'APT::Update::Error-Mode=any');
    expect([ok, output]).toEqual([false, expect.stringContaining('NO_PUBKEY')]);
    await addSource(apt, homeOf(server(), registry));
    await update(apt);
    expect(await apt.versions('demo')).toEqual(['1.0']);
  });

  test('finds each of several that are published within one second', async () => {
    const { apt, registry } = await newSource();
    // The server runs in this process: for its clock, no time passes.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const seen: (string | undefined)[] = [];
    for (const Version of ['1.0', '1.1', '1.2']) {
      await publishWithCurl(server(), registry, { control: { Version } });
      await update(apt);
      seen.push((await apt.versions('demo'))[0]);
    }
    expect(seen).toEqual(['1.0', '1.1', '1.2']);
  });

  test("finds packages that are published after the server's clock was set back", async () => {
    const { apt, registry } = await newSource();
    await publishWithCurl(server(), registry, { control: { Version: '1.0' } });
    await update(apt);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 24 * 60 * 60_000 });
    await publishWithCurl(server(), registry, { control: { Version: '1.1' } });
    await update(apt);
    expect(await apt.versions('demo')).toEqual(['1.1', '1.0']);
  });

  test('reads a package for all architectures once', async () => {
    const { apt, registry } = await newSource();
    for (const Architecture of ['all', 'amd64']) {
      await publishWithCurl(server(), registry, { control: { Package: `for-${Architecture}`, Architecture } });
    }
    const before = server().replies.length;
    await update(apt);
    const lists = server()
      .replies.slice(before)
      .filter(({ operationId }) => operationId === 'getIndexByHash');
    expect(lists.map(({ path }) => path.split('/').at(-4))).toEqual(['binary-amd64']);
    expect([await apt.versions('for-all'), await apt.versions('for-amd64')]).toEqual([['1.0.0'], ['1.0.0']]);
  });

  test('finds a package of a new architecture', async () => {
    const { apt, registry } = await newSource('riscv64');
    await update(apt);
    await publishWithCurl(server(), registry, { control: { Architecture: 'riscv64' } });
    await update(apt);
    expect(await apt.versions('demo')).toEqual(['1.0.0']);
  });

  test.each([
    ['amd64', ['common', 'pc']],
    ['arm64', ['board', 'common']],
  ])('finds packages for %s and for all', async (architecture, names) => {
    const { apt, registry } = await newSource(architecture);
    for (const [Package, Architecture] of [
      ['common', 'all'],
      ['pc', 'amd64'],
      ['board', 'arm64'],
    ]) {
      await publishWithCurl(server(), registry, { control: { Package, Architecture } });
    }
    await update(apt);
    const known = await Promise.all(['board', 'common', 'pc'].map(async (name) => [name, await apt.versions(name)]));
    expect(known.filter(([, versions]) => versions?.length).map(([name]) => name)).toEqual(names);
  });

  test('reads nothing again while nothing changes', async () => {
    const { apt, registry } = await newSource();
    await publishWithCurl(server(), registry, {});
    await update(apt);
    const before = server().replies.length;
    await update(apt);
    const asked = server().replies.slice(before);
    expect(asked.map(({ operationId, status }) => [operationId, status])).toEqual([['getRelease', 304]]);
  });

  test('reads only the lists that changed', async () => {
    const { apt, registry } = await newSource();
    for (const Architecture of ['all', 'amd64']) {
      await publishWithCurl(server(), registry, { control: { Architecture, Version: '1.0' } });
    }
    await update(apt);
    await publishWithCurl(server(), registry, { control: { Architecture: 'amd64', Version: '1.1' } });
    const before = server().replies.length;
    await update(apt);
    const lists = server()
      .replies.slice(before)
      .filter(({ operationId }) => operationId === 'getIndexByHash');
    expect(lists.map(({ path }) => path.split('/').at(-4))).toEqual(['binary-amd64']);
  });

  test('reads lists by their plain names if configured', async () => {
    const { apt, registry } = await newSource();
    await publishWithCurl(server(), registry, {});
    const before = server().replies.length;
    await apt.get('update', '-o', 'Acquire::By-Hash=no');
    const asked = server().replies.slice(before);
    expect(asked.map(({ operationId, status }) => [operationId, status])).toEqual([
      ['getRelease', 200],
      ['getIndex', 200],
    ]);
  });

  test('reads the list and its signature apart where they do not come together', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishWithCurl(server(), registry, {});
    await using relay = await hidingInRelease(homeOf(server(), registry));
    const apt = await machine();
    await addSource(apt, relay.url, homeOf(server(), registry));
    const { ok, output } = await apt.get('update');
    expect([ok, /^[WE]:/m.test(output), await apt.versions('demo')], output).toEqual([true, false, ['1.0.0']]);
  });

  test('rejects a registry whose key is not the one that it has', async () => {
    const [registry, other] = [await newRegistry(server(), 'debian'), await newRegistry(server(), 'debian')];
    await publishWithCurl(server(), registry, {});
    const apt = await machine();
    await addSource(apt, homeOf(server(), registry), homeOf(server(), other));
    const { output } = await apt.get('update');
    expect([/NO_PUBKEY|[Mm]issing key/.test(output), await apt.versions('demo')], output).toEqual([true, []]);
  });

  test('rejects a registry without a key', async () => {
    const registry = await newRegistry(server(), 'debian');
    const apt = await machine();
    await apt.write('etc/apt/sources.list.d/unsigned.list', `deb ${homeOf(server(), registry)}/any/ any main\n`);
    expect(await apt.get('update')).toMatchObject({ ok: false });
  });

  test.skipIf(!present('gpg'))('takes the key as gpg --dearmor leaves it', async () => {
    const registry = await newRegistry(server(), 'debian');
    const home = homeOf(server(), registry);
    const apt = await machine();
    const keyring = await apt.write('etc/apt/keyrings/acme.gpg', '');
    const line = 'curl -fsSL "$1" | gpg --homedir "$2" --dearmor --yes -o "$3"';
    const { ok, output } = await run('sh', ['-c', line, 'sh', `${home}/gpgkey`, apt.root, keyring]);
    expect(ok, output).toBe(true);
    await apt.write('etc/apt/sources.list.d/acme.list', `deb [signed-by=${keyring}] ${home}/any/ any main\n`);
    await expect(update(apt)).resolves.toContain('InRelease');
  });

  test('takes a source in the newer form', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishWithCurl(server(), registry, {});
    const home = homeOf(server(), registry);
    const key = (await (await fetch(`${home}/gpgkey`)).text()).trimEnd().split('\n');
    const fields = [
      'Types: deb deb-src',
      `URIs: ${home}/any/`,
      'Suites: any',
      'Components: main',
      'Signed-By:',
      ...key.map((line) => ` ${line || '.'}`),
    ];
    const apt = await machine();
    await apt.write('etc/apt/sources.list.d/acme.sources', `${fields.join('\n')}\n`);
    await update(apt);
    expect(await apt.versions('demo')).toEqual(['1.0.0']);
  });
});

/** Sends everything on to `home`, but for the list that holds its own signature. */
async function hidingInRelease(home: string) {
  const relay = createServer(({ url = '' }, response) => {
    if (url.endsWith('/InRelease')) response.writeHead(404).end();
    else response.writeHead(302, { Location: home + url.replace('/acme/relayed', '') }).end();
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const { port } = relay.address() as AddressInfo; // It listens on a port.
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      relay.close(() => resolve());
      relay.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/acme/relayed`, [Symbol.asyncDispose]: close };
}

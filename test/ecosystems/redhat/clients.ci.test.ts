/** dnf and zypper with `repo_gpgcheck=1`: what the suite does not do with them. */
import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it, test } from 'vitest';
import { createDnf, hasDnf, type Dnf } from '../../clients/dnf.ts';
import { run, type Ran } from '../../clients/programs.ts';
import { createZypper, hasZypper } from '../../clients/zypper.ts';
import { listenLocally, type Listening } from '../../fixtures/listen-locally.ts';
import { buildRpm, rpmName, type RpmRecipe } from '../../fixtures/rpm-package.ts';
import { publish, startTestServer, type TestServer } from '../../fixtures/server.ts';
import { newRegistry, useServer } from '../../native/watched-server.ts';
import { installLines } from '../../web/page-lines.ts';
import { listed } from '../registries.ts';

const server = useServer();

const publishRpm = (registry: string, recipe: RpmRecipe): Promise<Response> =>
  publish(server(), registry, rpmName(recipe), buildRpm(recipe));

async function repoFile(registry: string, { url, token }: TestServer = server()): Promise<string> {
  const reply = await fetch(`${url}/acme/${registry}/rpm_any.repo`, { headers: { authorization: `Bearer ${token}` } });
  expect(reply.status).toBe(200);
  return await reply.text();
}

function succeeded({ ok, output }: Ran): string {
  expect(ok, output).toBe(true);
  return output;
}

describe.skipIf(!hasDnf)('dnf', () => {
  const open = async (registry: string, more = ''): Promise<Dnf> => {
    const dnf = await createDnf();
    await dnf.write(`etc/yum.repos.d/${registry}.repo`, (await repoFile(registry)) + more);
    return dnf;
  };

  it('T-RPM-6, T-RPM-15: reads a registry without packages, whose signature it accepts', async () => {
    const registry = await newRegistry(server(), 'redhat');
    await using dnf = await open(registry);
    expect(succeeded(await dnf.run('makecache'))).toContain('Metadata cache created');
  });

  test('rejects the signature of another registry', async () => {
    const [registry, other] = [await newRegistry(server(), 'redhat'), await newRegistry(server(), 'redhat')];
    await using dnf = await createDnf();
    const file = (await repoFile(registry)).replace(/^gpgkey=.*$/m, `gpgkey=${server().url}/acme/${other}/gpgkey`);
    await dnf.write(`etc/yum.repos.d/${registry}.repo`, file);
    const { ok, output } = await dnf.run('makecache');
    expect([ok, output]).toEqual([false, expect.stringMatching(/signature|GPG/i)]);
  });

  test('resolves dependencies, file dependencies, rich and weak ones, and upgrades by epoch', async () => {
    const registry = await newRegistry(server(), 'redhat');
    const flags = 12;
    await publishRpm(registry, {
      name: 'app',
      arch: 'x86_64',
      dependencies: {
        requires: [{ name: '/usr/bin/tool' }, { name: 'lib', flags, version: '2.0' }, { name: '(extra if lib)' }],
        recommends: [{ name: 'nice' }],
      },
    });
    await publishRpm(registry, { name: 'tool', files: [{ path: '/usr/bin/tool', content: 'x' }] });
    for (const version of ['1.9', '2.0~rc1', '2.0', '2.1']) await publishRpm(registry, { name: 'lib', version });
    for (const name of ['extra', 'nice']) await publishRpm(registry, { name });
    await using dnf = await open(registry);
    succeeded(await dnf.run('install', 'app'));
    for (const name of ['app', 'tool', 'lib', 'extra', 'nice']) expect(await dnf.installed(name)).not.toBe('');
    expect(await dnf.installed('lib')).toBe('2.1-1');
    await publishRpm(registry, { name: 'lib', version: '0.1', epoch: 1 });
    succeeded(await dnf.run('upgrade'));
    expect(await dnf.installed('lib')).toBe('1:0.1-1');
  });

  it('T-RPM-5: updates while packages are published', async () => {
    const registry = await newRegistry(server(), 'redhat');
    await using dnf = await open(registry);
    let isOver = false;
    const publishing = (async () => {
      for (let n = 0; !isOver; n += 1) expect((await publishRpm(registry, { version: `1.${n}` })).status).toBe(200);
    })();
    try {
      for (let n = 0; n < 8; n += 1) succeeded(await dnf.run('makecache'));
    } finally {
      isOver = true;
      await publishing;
    }
  });
});

describe.each([
  { client: 'dnf', isPresent: hasDnf, create: createDnf, folder: '/etc/yum' },
  { client: 'zypper', isPresent: hasZypper, create: createZypper, folder: '/etc/zypp' },
])('$client: the commands of the web page', ({ client, isPresent, create, folder }) => {
  test.skipIf(!isPresent).each([true, false])(
    'install an exact version of a registry that is public: %s',
    async (isPublic) => {
      const registry = await newRegistry(server(), 'redhat', { isPublic });
      for (const version of ['1.9', '1.10']) await publishRpm(registry, { version, epoch: 2 });
      await using machine = await create();
      const packages = await listed({ server: server(), slug: registry });
      const url = packages.find(({ version }) => version === '2:1.9-1')?.web_url ?? '';
      const lines = await installLines(server(), url, client);
      const script = [
        `${client}() { HOME=/ command ${machine.command.join(' ')} "$@"; }`,
        lines.replaceAll(folder, `${machine.root}${folder}`),
      ];
      const environment = { TOKEN: server().token };
      const output = succeeded(await run('bash', ['-e', '-c', script.join('\n')], { environment }));
      expect(await machine.installed('demo')).toBe('2:1.9-1');
      // The client shows the fingerprint before it imports the key.
      const [, fingerprint = 'none'] = /Fingerprint *: *([0-9A-F ]+)/.exec(output) ?? [];
      expect(lines).toContain(fingerprint.replaceAll(' ', ''));
    },
  );
});

describe.skipIf(!hasZypper)('zypper', () => {
  it('T-RPM-5: refreshes while a package is published before each of its requests', async () => {
    const registry = await newRegistry(server(), 'redhat');
    let published = 0;
    await using relay = await relayTo(server().url, async () => {
      published += 1;
      expect((await publishRpm(registry, { version: `1.${published}` })).status).toBe(200);
    });
    await using zypper = await createZypper();
    const file = (await repoFile(registry)).replaceAll(server().url, relay.url);
    await zypper.write(`etc/zypp/repos.d/${registry}.repo`, file);
    for (let n = 0; n < 2; n += 1) expect(succeeded(await zypper.run('refresh'))).toContain('have been refreshed');
    expect(published).toBeGreaterThan(10);
  });

  it('T-RPM-7: refreshes, installs and updates from a public registry', async () => {
    const registry = await newRegistry(server(), 'redhat');
    await publishRpm(registry, { version: '1.9' });
    await using zypper = await createZypper();
    await zypper.write(`etc/zypp/repos.d/${registry}.repo`, await repoFile(registry));
    expect(succeeded(await zypper.run('refresh'))).not.toMatch(/unsigned|warning/i);
    succeeded(await zypper.run('install', 'demo'));
    expect(await zypper.installed('demo')).toBe('1.9-1');
    await publishRpm(registry, { version: '1.10' });
    succeeded(await zypper.run('refresh', '--force'));
    succeeded(await zypper.run('update', 'demo'));
    expect(await zypper.installed('demo')).toBe('1.10-1');
  });

  test('installs from a private registry with credentials in a file, and not without', async () => {
    const registry = await newRegistry(server(), 'redhat', { isPublic: false });
    await publishRpm(registry, {});
    await using zypper = await createZypper();
    const file = await repoFile(registry);
    await zypper.write(`etc/zypp/repos.d/${registry}.repo`, file);
    expect((await zypper.run('refresh')).ok).toBe(false);
    await zypper.write(`etc/zypp/repos.d/${registry}.repo`, file.replace('$basearch', `$&?credentials=${registry}`));
    await zypper.write(`etc/zypp/credentials.d/${registry}`, `username=any\npassword=${server().token}\n`);
    succeeded(await zypper.run('refresh'));
    succeeded(await zypper.run('install', 'demo'));
    expect(await zypper.installed('demo')).toBe('1.0-1');
  });
});

test.skipIf(!hasDnf || !hasZypper)('dnf and zypper read lists that are compressed with zstd', async () => {
  await using zstd = await startTestServer({ LARDER_RPM_COMPRESSION: 'zstd' });
  const registry = await newRegistry(zstd, 'redhat');
  await publish(zstd, registry, rpmName({}), buildRpm({}));
  const file = await repoFile(registry, zstd);
  await using dnf = await createDnf();
  await dnf.write(`etc/yum.repos.d/${registry}.repo`, file);
  succeeded(await dnf.run('install', 'demo'));
  expect(await dnf.installed('demo')).not.toBe('');
  await using zypper = await createZypper();
  await zypper.write(`etc/zypp/repos.d/${registry}.repo`, file);
  succeeded(await zypper.run('refresh'));
  succeeded(await zypper.run('install', 'demo'));
  expect(await zypper.installed('demo')).not.toBe('');
});

/** Forwards requests of each client with one connection, after `before`. */
async function relayTo(base: string, before: () => Promise<void>): Promise<Listening> {
  const agents = new WeakMap<object, Agent>();
  const relay = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    await before();
    const agent = agents.get(asked.socket) ?? new Agent({ keepAlive: true, maxSockets: 1 });
    agents.set(asked.socket, agent);
    const { method, headers, url = '' } = asked;
    const forwarded = request(base + url, { agent, method, headers: { ...headers, host: new URL(base).host } }).end();
    const [reply] = (await once(forwarded, 'response')) as [IncomingMessage];
    response.writeHead(reply.statusCode ?? 0, reply.headers);
    await pipeline(reply, response);
  };
  return await listenLocally(createServer((asked, response) => void relay(asked, response)));
}

/** What dnf and zypper get from a server. */
import { gunzipSync } from 'node:zlib';
import { createMessage, readKey, readSignature, verify } from 'openpgp';
import { expect, it, test } from 'vitest';
import { buildRpm, rpmName, type RpmRecipe } from '../../fixtures/rpm-package.ts';
import { publish } from '../../fixtures/server.ts';
import { sha256Of } from '../../native/debian-repository.ts';
import { newRegistry, useServer } from '../../native/watched-server.ts';
import { namedUrls } from './repository.ts';

const server = useServer();

interface Repository {
  readonly registry: string;
  publish(recipe?: RpmRecipe): Promise<Response>;
  /** Requests a URL below the registry. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  text(path: string): Promise<string>;
  /** The file names of the packages that machines of a kind find. */
  listed(basearch: string): Promise<readonly string[]>;
}

async function newRepository(): Promise<Repository> {
  const registry = await newRegistry(server(), 'redhat');
  const get: Repository['get'] = (path, headers = {}) =>
    server().native(`acme/${registry}/${path}`, { headers: { ...server().authorized, ...headers } });
  const text: Repository['text'] = async (path) => {
    const reply = await get(path);
    expect(reply.status).toBe(200);
    return await reply.text();
  };
  return {
    registry,
    get,
    text,
    publish: (recipe = {}) => publish(server(), registry, rpmName(recipe), buildRpm(recipe)),
    listed: async (basearch) => {
      const path = `rpm_any/rpm_any/${basearch}/repodata/repomd.xml`;
      const [primary] = namedUrls({ path }, Buffer.from(await text(path)));
      const bytes = Buffer.from(await (await get(primary?.path ?? '')).arrayBuffer());
      return namedUrls(primary ?? { path: '' }, bytes)
        .map((url) => url.path.replace(/^.*\//, ''))
        .toSorted();
    },
  };
}

const repodata = 'rpm_any/rpm_any/x86_64/repodata/';

test('lists packages for the machines that can install them', async () => {
  const repository = await newRepository();
  for (const arch of ['noarch', 'i686', 'x86_64_v2', 'aarch64', 'sparc64', 'src']) await repository.publish({ arch });
  const names = (...architectures: readonly string[]) => architectures.map((arch) => rpmName({ arch })).toSorted();
  expect(await repository.listed('x86_64')).toEqual(names('noarch', 'i686', 'x86_64_v2'));
  expect(await repository.listed('i386')).toEqual(names('noarch', 'i686'));
  expect(await repository.listed('aarch64')).toEqual(names('noarch', 'aarch64'));
  expect(await repository.listed('sparc64')).toEqual(names('noarch', 'sparc64'));
  expect(await repository.listed('SRPMS')).toEqual(names('src'));
  // These have no packages of their own, and only the first is usual.
  for (const base of ['s390x', 'alpha']) expect(await repository.listed(base)).toEqual(names('noarch'));
});

it('T-RPM-1, T-RPM-3: serves a package under its name, for a name with "+" and an epoch, too', async () => {
  const repository = await newRepository();
  const recipe = { name: 'libstdc++', version: '1.0~rc1^git', epoch: 3 };
  await publish(server(), repository.registry, 'other.rpm', buildRpm(recipe));
  expect(await repository.listed('aarch64')).toEqual([rpmName(recipe)]);
  const reply = await repository.get(`rpm_any/rpm_any/aarch64/Packages/${rpmName(recipe)}`);
  expect(Buffer.from(await reply.arrayBuffer()).equals(buildRpm(recipe))).toBe(true);
  expect(reply.headers.get('Content-Disposition')).toContain(`filename=${rpmName(recipe)}`);
});

it('T-RPM-2: lists a package that was published again with other bytes with their digest', async () => {
  const repository = await newRepository();
  const first = buildRpm();
  const signed = buildRpm({ signature: new Map([[268, { binary: Buffer.alloc(64, 1) }]]) });
  const { id } = JSON.parse(await (await publish(server(), repository.registry, rpmName(), first)).text()) as {
    id: string;
  };
  const before = await repository.text(`${repodata}repomd.xml`);
  await server().ask(server().in(repository.registry, 'packages', id), { method: 'DELETE' });
  await publish(server(), repository.registry, rpmName(), signed);
  expect(await repository.text(`${repodata}repomd.xml`)).not.toBe(before);
  const reply = await repository.get(`rpm_any/rpm_any/x86_64/Packages/${rpmName()}`);
  expect(Buffer.from(await reply.arrayBuffer()).equals(signed)).toBe(true);
});

it('T-RPM-4: rejects other bytes of a package, also with another epoch, which its URL does not have', async () => {
  const repository = await newRepository();
  await repository.publish({ epoch: 1 });
  for (const recipe of [{ tags: new Map([[1011, { string: 'Other' }]]), epoch: 1 }, {}, { epoch: 2 }]) {
    expect((await repository.publish(recipe)).status).toBe(409);
  }
  expect(await repository.listed('x86_64')).toHaveLength(1);
});

it('T-RPM-5: returns the signature of the description that the client got, after a publication, too', async () => {
  const repository = await newRepository();
  await repository.publish();
  const description = await repository.text(`${repodata}repomd.xml`);
  await repository.publish({ version: '2.0' });
  const signature = await repository.text(`${repodata}repomd.xml.asc`);
  const [message, armoured, key] = [
    await createMessage({ text: description }),
    await readSignature({ armoredSignature: signature }),
    await readKey({ armoredKey: await repository.text('gpgkey') }),
  ];
  const { signatures } = await verify({ message, signature: armoured, verificationKeys: key, expectSigned: true });
  await expect(signatures[0]?.verified).resolves.toBe(true);
});

it('T-RPM-7: serves the key beside the description, for zypper', async () => {
  const repository = await newRepository();
  expect(await repository.text(`${repodata}repomd.xml.key`)).toBe(await repository.text('gpgkey'));
});

it('T-RPM-13: continues interrupted downloads of packages and lists', async () => {
  const repository = await newRepository();
  await repository.publish();
  const path = `${repodata}repomd.xml`;
  const [list] = namedUrls({ path }, Buffer.from(await repository.text(path)));
  for (const url of [list?.path ?? '', `rpm_any/rpm_any/x86_64/Packages/${rpmName()}`]) {
    const all = Buffer.from(await (await repository.get(url)).arrayBuffer());
    const rest = await repository.get(url, { Range: 'bytes=100-' });
    expect(rest.status).toBe(206);
    expect(Buffer.from(await rest.arrayBuffer()).equals(all.subarray(100))).toBe(true);
  }
});

test('serves a list that was replaced by its digest', async () => {
  const repository = await newRepository();
  const path = `${repodata}repomd.xml`;
  const before = namedUrls({ path }, Buffer.from(await repository.text(path)));
  await repository.publish();
  expect(await repository.listed('x86_64')).toHaveLength(1);
  for (const list of before) expect((await repository.get(list.path)).status).toBe(200);
});

test.each(['repomd.xml.sig', `${'0'.repeat(64)}-primary.xml.gz`, 'primary.xml.gz', 'comps.xml'])(
  'does not find %s',
  async (list) => {
    const repository = await newRepository();
    expect((await repository.get(repodata + list)).status).toBe(404);
  },
);

test.each(['demo.rpm', 'demo-2.0-1.noarch.rpm', 'demo-1.0-1.x86_64.rpm', 'demo-1.0-1.noarch'])(
  'does not find the package %s',
  async (file) => {
    const repository = await newRepository();
    await repository.publish();
    expect((await repository.get(`rpm_any/rpm_any/x86_64/Packages/${file}`)).status).toBe(404);
  },
);

test('describes long lists, of which only fragments are written, by the bytes that it serves', async () => {
  const repository = await newRepository();
  const description = new Map([[1005, { i18n: ['x'.repeat(4000)] }]]);
  for (let n = 0; n < 24; n += 1) await repository.publish({ name: `package-${n}`, tags: description });
  const path = `${repodata}repomd.xml`;
  for (const count of [24, 25]) {
    if (count === 25) await repository.publish({ name: 'package-10-more', tags: description });
    const text = await repository.text(path);
    const open = [...text.matchAll(/<open-checksum type="sha256">(\w+)<.*?<open-size>(\d+)</gs)];
    for (const [n, list] of namedUrls({ path }, Buffer.from(text)).entries()) {
      const bytes = Buffer.from(await (await repository.get(list.path)).arrayBuffer());
      const plain = gunzipSync(bytes);
      expect([sha256Of(bytes), bytes.length]).toEqual([list.sha256, list.size]);
      expect([sha256Of(plain), String(plain.length)]).toEqual(open[n]?.slice(1));
      expect(plain.toString().match(/<package /g)).toHaveLength(count);
      expect(plain.toString()).toContain(` packages="${count}">`);
      const part = await repository.get(list.path, { Range: 'bytes=5-300' });
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(5, 301))).toBe(true);
    }
  }
});

test('publishes with PUT, once', async () => {
  const repository = await newRepository();
  const put = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = server().authorized) =>
    server().native(`acme/${repository.registry}/rpm_any/any-name.rpm`, { method: 'PUT', headers, body });
  expect((await put(buildRpm())).status).toBe(201);
  expect(await repository.listed('x86_64')).toEqual([rpmName()]);
  const again = await put(buildRpm());
  expect([again.status, await again.json()]).toEqual([409, expect.objectContaining({ url: expect.any(String) })]);
  expect((await put(Buffer.from('no package'))).status).toBe(422);
  expect((await put(buildRpm(), {})).status).toBe(401);
});

test('has a configuration for clients without a secret', async () => {
  const repository = await newRepository();
  const { url } = server();
  expect(await repository.text('rpm_any.repo')).toBe(
    [
      `[${repository.registry}]`,
      `name=acme/${repository.registry}`,
      `baseurl=${url}/acme/${repository.registry}/rpm_any/rpm_any/$basearch`,
      'enabled=1',
      'repo_gpgcheck=1',
      'gpgcheck=0',
      `gpgkey=${url}/acme/${repository.registry}/gpgkey`,
      '',
    ].join('\n'),
  );
});

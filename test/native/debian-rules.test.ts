/** Rules for repositories of Debian that no other test has; those have the numbers of theirs in their names. */
import { expect, test } from 'vitest';
import { buildDeb, controlFile } from '../fixtures/deb-package.ts';
import { publish } from '../fixtures/server.ts';
import { openRepository, publishBuilt, publishDeb, sha256Of } from './debian-repository.ts';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();

test('T-DEB-3: Release lists the architecture all, and excludes it from Packages', async () => {
  const release = await openRepository(server(), await newRegistry(server(), 'debian')).text('Release');
  expect(release).toMatch(/^Architectures: all /m);
  expect(release).toMatch(/^No-Support-for-Architecture-all: Packages$/m);
});

test('T-DEB-4: other bytes of a name, version and architecture are rejected, and change nothing', async () => {
  const registry = await newRegistry(server(), 'debian');
  const repository = openRepository(server(), registry);
  await publishDeb(server(), registry, { Architecture: 'amd64' });
  const before = await repository.text('InRelease');
  const other = Buffer.from(await buildDeb({ control: { Architecture: 'amd64', Homepage: 'https://example.test' } }));
  for (const name of ['demo_1.0.0_amd64.deb', 'other.deb', 'demo.udeb'])
    expect((await publish(server(), registry, name, other)).status).toBe(409);
  expect(await repository.text('InRelease')).toBe(before);
  expect((await repository.fetch(`pool/${sha256Of(other)}/demo.deb`)).status).toBe(404);
});

test('T-DEB-5: the fields whose changes apt has to confirm stay the same', async () => {
  const registry = await newRegistry(server(), 'debian');
  const repository = openRepository(server(), registry);
  const identity = async () => (await repository.text('Release')).match(/^(?:Origin|Label|Suite|Codename): .*$/gm);
  const json = { 'Content-Type': 'application/json' };
  const before = await identity();
  expect(before).toEqual(['Origin: acme', `Label: acme/${registry}`, 'Suite: any', 'Codename: any']);
  const id = await publishDeb(server(), registry, { Architecture: 'alpha' });
  expect(await identity()).toEqual(before);
  const patch = { method: 'PATCH', headers: json, body: JSON.stringify({ description: 'Others', public: true }) };
  expect((await server().ask(server().in(registry), patch)).status).toBe(200);
  expect(await identity()).toEqual(before);
  const rotate = { method: 'POST', headers: json, body: JSON.stringify({ old_keys_expire_in_days: 30 }) };
  expect((await server().ask(server().in(registry, 'signing-keys'), rotate)).status).toBe(200);
  expect(await identity()).toEqual(before);
  await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
  expect(await identity()).toEqual(before);
});

test('T-DEB-6: Release does not expire, because it is signed only when something changes', async () => {
  const repository = openRepository(server(), await newRegistry(server(), 'debian'));
  expect(await repository.text('Release')).not.toMatch(/^Valid-Until:/m);
});

test('T-DEB-7: fields have their lines byte for byte, and the size is that of the file', async () => {
  const registry = await newRegistry(server(), 'debian');
  const fields = [
    `Depends: ${Array.from({ length: 400 }, (_, n) => `package-${n} (>= 1:${n}.0~rc1)`).join(', ')}`,
    'Description: Ünïcode\n First line,\n .\n  indented\n\tand with a tab, and a blank at its end \n .\n Last line.',
    `X-Long: ${'word '.repeat(5000)}end`,
  ];
  const control = `${controlFile({ Description: undefined })}${fields.join('\n')}\n`;
  const bytes = Buffer.from(await buildDeb({ control }));
  expect((await publish(server(), registry, 'demo.deb', bytes)).status).toBe(200);
  const list = await openRepository(server(), registry).text('main/binary-all/Packages');
  for (const field of fields) expect(list).toContain(`\n${field}\n`);
  expect(list).toContain(`\nSize: ${bytes.length}\n`);
});

test('T-DEB-10: a missing file is a 404 for apt, never a redirect or a page', async () => {
  const registry = await newRegistry(server(), 'debian');
  await publishBuilt(server(), registry, {});
  const accepts = { Accept: '*/*', 'User-Agent': 'Debian APT-HTTP/1.3 (2.6.2)' };
  for (const path of [
    `pool/${'0'.repeat(64)}/demo.deb`,
    'dists/any/main/i18n/Translation-en',
    'pool/x',
    'dists/other/Release',
  ]) {
    const reply = await server().native(`acme/${registry}/any/${path}`, {
      headers: { ...server().authorized, ...accepts },
      redirect: 'manual',
    });
    expect([path, reply.headers.get('Location')]).toEqual([path, null]);
    expect([path, reply.headers.get('Content-Type')]).toEqual([path, 'application/problem+json']);
    expect([path, reply.status >= 400 && reply.status < 500]).toEqual([path, true]);
  }
});

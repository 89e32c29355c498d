/** Packages that an earlier version stored, and that would break an index for all who read it. */
import { anyEntry } from '../../src/registry/ecosystem.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { pathOf, textOf } from '../web/people.ts';
import { findingsIn } from './findings.ts';
import { insertPackage, sampleFile, samplePackage } from '../storage/catalog/samples.ts';
import { writable } from '../../src/registry/writable.ts';

const reason = `The control file's Depends cannot be read at "libc6 libssl3"`;

test('packages that break an index are left out of it after an upgrade, and named', async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'larder-left-out-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const before = await startTestServer({ LARDER_DATA_DIR: dataDir });
  const id = await storedByEarlierVersion(before);
  expect(await namesIn(before)).toEqual(['broken', 'sound']);
  await before.stop();

  const server = await startTestServer({ LARDER_DATA_DIR: dataDir });
  onTestFinished(() => server[Symbol.asyncDispose]());
  expect(await namesIn(server)).toEqual(['sound']);

  const page = await pageOf(server);
  expect(page).toMatch(/Left out of the index .* broken 1\.0 \(amd64\)/);
  expect(page).toContain(reason);

  const findings = (await findingsIn(server)).filter(({ kind }) => kind === 'left-out');
  expect(findings).toEqual([
    {
      kind: 'left-out',
      at: 'acme/debs: broken 1.0 (amd64)',
      detail: expect.stringMatching(/cannot be read at "libc6 libssl3".*Delete it and publish a corrected build\.$/),
      removed: false,
    },
  ]);

  const copy = await server.ask(`${server.in('debs', 'packages', id, 'copy')}?to=others`, { method: 'POST' });
  expect([copy.status, await copy.text()]).toEqual([422, expect.stringContaining('libc6 libssl3')]);

  await server.ask(server.in('debs', 'packages', id), { method: 'DELETE' });
  expect(await pageOf(server)).not.toContain('Left out');
});

/** Stores a package that today's versions reject, without any checks. Returns its id. */
async function storedByEarlierVersion(server: TestServer): Promise<string> {
  for (const name of ['debs', 'others']) await createRegistry(server, name, 'debian', { public: true });
  const sound = await buildDeb({ control: { Package: 'sound', Architecture: 'amd64' } });
  await publish(server, 'debs', 'sound.deb', Buffer.from(sound));
  const { [writable]: catalog } = server.larder;
  const organization = await catalog.organizations.find('acme');
  const registry = organization && (await catalog.registries.find(organization.id, 'debs'));
  if (!registry) throw new Error('The registry was not created.');
  const stanza = 'Package: broken\nVersion: 1.0\nArchitecture: amd64\nDepends: libc6 libssl3\nSize: 1\n';
  const id = uuid();
  await insertPackage(catalog, samplePackage(registry, { id, name: 'broken' }), [sampleFile()], {
    part: 'amd64',
    text: stanza,
  });
  await catalog.entries.check('debian', 0, anyEntry);
  return id;
}

async function namesIn(server: TestServer): Promise<string[]> {
  const reply = await fetch(`${server.url}/acme/debs/any/dists/any/main/binary-amd64/Packages`);
  return [...(await reply.text()).matchAll(/^Package: (.*)$/gm)].map(([, name = '']) => name);
}

async function pageOf(server: TestServer): Promise<string> {
  return textOf(await (await fetch(`${server.url}/${pathOf.registry('debs')}`)).text());
}

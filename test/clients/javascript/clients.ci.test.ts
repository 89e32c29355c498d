/** npm 10 to 12, pnpm, Yarn 1, Yarn berry and Bun, unmodified, on one server. `.ci/run` installs them. */
import { describe, expect, test } from 'vitest';
import { issueToken } from '../../native/tokens.ts';
import { recentReplies } from '../../native/watched-server.ts';
import { useCustomerServer } from '../customer-server.ts';
import type { JavascriptClient } from './client.ts';
import { clients, withFacet } from './clients.ts';
import { areInstalled } from './installed.ts';
import { openMachine, type Machine } from './machine.ts';
import { exportsOf, publish, seed, writePackage, type PackageRecipe } from './packages.ts';
import { openPlace, publisherToken, type Place } from './places.ts';

// After it has unpublished a version, pnpm deletes its tarball below the root of the server instead of the registry.
const server = useCustomerServer(
  ({ method, path }) => method === 'DELETE' && /^\/demo\/-\/[^/]+\/-rev\/\d+$/.test(path),
);
const recent = recentReplies(server);

const demo = { name: 'demo', version: '1.0.0' };
const newer = { name: 'demo', version: '1.1.0' };
const next = { name: 'demo', version: '2.0.0-rc.1' };
const scoped = { name: '@acme/scoped', version: '1.0.0', dependencies: { demo: '^1.0.0' } };

interface Stage extends Place {
  readonly machine: Machine;
}

/** Opens a private registry with some packages, and a machine that may change it. */
async function openPrivate(client: JavascriptClient, ...seeds: readonly PackageRecipe[]): Promise<Stage> {
  const place = await openPlace(server(), 'private');
  await seed(place.wire, ...seeds);
  const token = await publisherToken(server());
  return { ...place, machine: await openMachine(client, { settings: { registry: place.address }, token }) };
}

/** Returns what people change in a packument. */
async function stateOf({ wire }: Place): Promise<object> {
  const { versions, 'dist-tags': tags } = await wire.packument();
  const manifests = Object.entries<{ readonly deprecated?: string }>(versions);
  return { tags, versions: Object.fromEntries(manifests.map(([version, { deprecated }]) => [version, deprecated])) };
}

const all = clients.map((client) => [client.name, client] as const);

describe.skipIf(!areInstalled)('with a token in the environment', () => {
  test.each(all)('%s publishes, installs and updates', async (_, client) => {
    const { machine, ...place } = await openPrivate(client);
    await publish(machine, demo);
    await publish(machine, scoped);
    await publish(machine, next, 'next');
    expect(await stateOf(place)).toMatchObject({ tags: { latest: '1.0.0', next: '2.0.0-rc.1' } });
    await machine.run([client.add('@acme/scoped@^1.0.0'), client.add('demo@^1.0.0')]);
    expect(await machine.load('@acme/scoped')).toEqual(exportsOf(scoped, exportsOf(demo)));
    await seed(place.wire, newer);
    await machine.run([client.update('demo')]);
    expect(await machine.load('demo')).toEqual(exportsOf(newer));
    await machine.run([client.add('demo@next')]);
    expect(await machine.load('demo')).toEqual(exportsOf(next));
  });

  test.each(all)('%s installs from its lockfile, with an empty cache', async (_, client) => {
    const { machine, wire } = await openPrivate(client, demo, scoped);
    await machine.run([client.add('@acme/scoped@1.0.0')]);
    await seed(wire, newer);
    const lockfile = await machine.read(client.lockfile.name);
    for (const name of client.lockfile.integrity === 'of the registry' ? ['demo', '@acme/scoped'] : [])
      expect(lockfile).toContain((await wire.packument(name)).versions['1.0.0'].dist.integrity);
    await machine.forget();
    recent();
    await machine.run([client.lockfile.install]);
    expect(await machine.load('@acme/scoped')).toEqual(exportsOf(scoped, exportsOf(demo)));
    expect(await machine.read(client.lockfile.name)).toBe(lockfile);
    expect(recent().filter(({ operationId }) => operationId === 'getTarball')).toHaveLength(2);
  });

  test.each(all)('%s installs nothing without one, and publishes nothing with one that reads', async (_, client) => {
    const { address } = await openPrivate(client, demo);
    const settings = { registry: address };
    const stranger = await openMachine(client, { settings });
    expect(await stranger.attempt(client.add('demo@1.0.0'))).toMatchObject({ ok: false });
    const reader = await openMachine(client, { settings, token: await issueToken(server()) });
    await reader.run([client.add('demo@1.0.0')]);
    await expect(publish(reader, newer)).rejects.toThrow(client.name);
  });

  test.each(withFacet(({ tags }) => tags))('%s sets, lists and removes tags', async (_, client, tags) => {
    const { machine, ...place } = await openPrivate(client, demo, newer);
    await machine.run([tags.set('demo', '1.0.0', 'stable'), tags.set('demo', '1.0.0', 'latest')]);
    const listed = await machine.run([tags.list('demo')]);
    for (const line of [/latest\W+1\.0\.0/, /stable\W+1\.0\.0/]) expect(listed).toMatch(line);
    await machine.run([tags.remove('demo', 'stable')]);
    expect(await stateOf(place)).toMatchObject({ tags: { latest: '1.0.0' } });
  });

  test.each(withFacet(({ deprecations }) => deprecations))(
    '%s deprecates a version, and takes it back',
    async (_, client, { deprecate, undeprecate }) => {
      const { machine, ...place } = await openPrivate(client, demo, newer);
      await machine.run([deprecate('demo', '1.0.0', 'Use 1.1.0')]);
      expect(await stateOf(place)).toMatchObject({ versions: { '1.0.0': 'Use 1.1.0', '1.1.0': undefined } });
      await machine.run([undeprecate('demo', '1.0.0')]);
      expect(await stateOf(place)).toMatchObject({ versions: { '1.0.0': undefined, '1.1.0': undefined } });
    },
  );

  test.each(withFacet(({ unpublish }) => unpublish))('%s unpublishes a version', async (_, client, unpublish) => {
    const { machine, ...place } = await openPrivate(client, demo, newer);
    await machine.run([unpublish('demo', '1.1.0')]);
    expect(await stateOf(place)).toEqual({ versions: { '1.0.0': undefined }, tags: { latest: '1.0.0' } });
    expect((await place.wire.ask('GET', 'demo/-/demo-1.1.0.tgz')).status).toBe(404);
  });

  test.each(withFacet(({ audit }) => audit))('%s audits packages', async (_, client, audit) => {
    const { machine } = await openPrivate(client, demo);
    await machine.run([client.add('demo@1.0.0')]);
    recent();
    await machine.run([audit]);
    expect(recent().map(({ operationId, status }) => [operationId, status])).toContainEqual(['explainAdvisories', 200]);
  });

  test.each(all)('%s publishes workspaces that depend on each other', async (_, client) => {
    const { machine, address, wire } = await openPrivate(client, demo);
    const { files, range, install, publish: lines } = client.workspaces;
    const lib = { name: '@acme/lib', version: '1.0.0' };
    const app = { name: '@acme/app', version: '1.0.0', dependencies: { '@acme/lib': range, demo: '^1.0.0' } };
    await machine.write(files);
    await writePackage(machine, lib, 'packages/lib');
    await writePackage(machine, app, 'packages/app');
    await machine.run([install, ...lines]);
    const { dependencies } = (await wire.packument('@acme/app')).versions['1.0.0'];
    expect(dependencies).toEqual({ '@acme/lib': '^1.0.0', demo: '^1.0.0' });
    const other = await openMachine(client, { settings: { registry: address }, token: await issueToken(server()) });
    await other.run([client.add('@acme/app@1.0.0')]);
    expect(await other.load('@acme/app')).toEqual(exportsOf(app, exportsOf(lib), exportsOf(demo)));
  });

  test.each(all)('%s uses it for the registry of a scope, beside a public registry', async (_, client) => {
    const [common, own] = [await openPlace(server(), 'public'), await openPlace(server(), 'private')];
    await seed(common.wire, demo);
    const settings = { registry: common.address, scopes: { '@acme': own.address } };
    const machine = await openMachine(client, { settings, token: await publisherToken(server()) });
    await publish(machine, scoped);
    expect((await common.wire.ask('GET', '@acme%2fscoped')).status).toBe(404);
    await machine.run([client.add('@acme/scoped@1.0.0')]);
    expect(await machine.load('@acme/scoped')).toEqual(exportsOf(scoped, exportsOf(demo)));
  });
});

describe.skipIf(!areInstalled)('without a token', () => {
  test.each(all)('%s installs from a public registry', async (_, client) => {
    const { wire, address } = await openPlace(server(), 'public');
    await seed(wire, demo, scoped);
    const machine = await openMachine(client, { settings: { registry: address } });
    await machine.run([client.add('@acme/scoped@1.0.0')]);
    expect(await machine.load('@acme/scoped')).toEqual(exportsOf(scoped, exportsOf(demo)));
  });
});

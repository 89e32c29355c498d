/** One suite for every ecosystem, by its recipe, with real clients: publish, list, install, copy, delete. */
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { digestsOf } from '../fixtures/local-file.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { publish } from '../fixtures/server.ts';
import { useServer } from '../native/watched-server.ts';
import { doorsOf } from './doors.ts';
import { can, type Client, type Home, type SamplePackage } from './recipe.ts';
import { recipes } from './recipes.ts';
import {
  copy,
  digestsIn,
  expectedDigests,
  fetchLinked,
  filledRegistry,
  findListed,
  linkedFiles,
  listed,
  namedDigests,
  openRegistry,
  otherThan,
  remove,
  visibilities,
} from './registries.ts';
import { modules } from './throwaway/modules.ts';
import { wideApi } from './throwaway/wide-api.ts';

const server = useServer({ modules, api: wideApi });

/** The bytes that clients fetch do not depend on the database, so slow clients are used with one of them. */
const usesClients = inject('postgres') === undefined || process.env['LARDER_TEST'] === 'all';

describe.each(recipes)('$ecosystem', (recipe) => {
  const { isPresent, isFast } = recipe.client;
  const needsClient = usesClients || isFast;
  const hasClient = isPresent && needsClient;

  test.each(recipe.hostile)('rejects $title', async ({ name, bytes, reason }) => {
    const home = await openRegistry(server(), recipe, 'a public');
    const { detail } = await bodyOf(publish(server(), home.slug, name, bytes), 'Problem', 422);
    expect(detail).toContain(reason);
    expect(await listed(home)).toEqual([]);
  });

  describe.each(visibilities)('$visibility registry', ({ visibility }) => {
    const filled = () => filledRegistry(server(), recipe, visibility);

    test.each(doorsOf(recipe))('publishes by $name', async ({ publish: send, carries }) => {
      const home = await openRegistry(server(), recipe, visibility);
      const pkg = await recipe.build(1);
      await send(home, pkg);
      expect((await listed(home)).map(({ name, version }) => [name, version])).toEqual([[pkg.name, pkg.version]]);
      const [main] = pkg.files;
      const sent: SamplePackage = carries === 'all files' ? pkg : { ...pkg, files: [main] };
      const stored = await filesOf(home, pkg);
      expect(stored[0]?.name).toBe(main.name);
      expect(byName(stored)).toEqual(byName(sent.files.map((file) => infoOf(file.name, file.bytes))));
      expect(await namedDigests(recipe, home)).toEqual(expectedDigests(recipe, sent));
    });

    test('links to the files of a package from its page', async () => {
      const { home, packages } = await filled();
      const [older] = packages;
      const replies = (await linkedFiles(home, older)).map((url) => fetchLinked(home, url));
      const digests = replies.map(async (reply) => digestsOf(await (await reply).bytes()).sha256);
      expect((await Promise.all(digests)).toSorted()).toEqual(digestsIn(older.files));
    });

    const testClient = needsClient ? test.runIf(isPresent) : noTest;

    testClient(`is installed from by ${recipe.client.name}`, async () => {
      const { home, packages } = await filled();
      await using client = await recipe.client.open(home);
      expect(await offers(client, packages)).toEqual(versionsOf(packages));
      const [older, newer] = packages;
      if (can(client.installNewest)) expect(await client.installNewest()).toBe(newer.version);
      await client.install(older);
    });

    const testToken = visibility === 'a private' ? testClient : noTest;

    testToken(`is not installed from by ${recipe.client.name} without a token`, async () => {
      const { home, packages } = await filled();
      const install = async (): Promise<void> => {
        await using client = await recipe.client.open({ ...home, token: undefined });
        await client.install(packages[0]);
      };
      await expect(install).rejects.toThrow();
    });

    test('copies a package, which its client installs from the copy', async () => {
      const { home, packages } = await filled();
      const [older] = packages;
      const destination = await openRegistry(server(), recipe, otherThan(visibility));
      expect((await copy(home, older, destination)).status).toBe(200);
      expect((await listed(destination)).map(({ version }) => version)).toEqual([older.version]);
      expect(byName(await filesOf(destination, older))).toEqual(byName(await filesOf(home, older)));
      expect(await namedDigests(recipe, destination)).toEqual(expectedDigests(recipe, older));
      if (!hasClient) return;
      await using client = await recipe.client.open(destination);
      await client.install(older);
    });

    test('deletes packages, and offers nothing after the last one', async () => {
      const { home, packages } = await filled();
      const [older, newer] = packages;
      const client = hasClient ? await recipe.client.open(home) : undefined;
      onTestFinished(async () => client?.[Symbol.asyncDispose]());
      await remove(home, newer);
      expect(await namedDigests(recipe, home)).toEqual(expectedDigests(recipe, older));
      if (client) {
        expect(await offers(client, [older])).toEqual([older.version]);
        if (!can(client.offered)) await expect(client.install(newer)).rejects.toThrow();
      }
      await remove(home, older);
      expect(await namedDigests(recipe, home)).toEqual(new Set());
      expect(await listed(home)).toEqual([]);
      if (client) expect(await offers(client, [])).toEqual([]);
    });
  });
});

interface FileInfo {
  readonly name: string;
  readonly sha256: string;
}

function infoOf(name: string, bytes: Uint8Array): FileInfo {
  return { name, sha256: digestsOf(bytes).sha256 };
}

async function filesOf(home: Home, pkg: SamplePackage): Promise<readonly FileInfo[]> {
  const { id } = await findListed(home, pkg);
  const { items } = await bodyOf(server().ask(server().in(home.slug, 'packages', id, 'files')), 'PackageFileList');
  return items.map(({ name, digests: { sha256 } }) => ({ name, sha256 }));
}

function byName(files: readonly FileInfo[]): readonly FileInfo[] {
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the versions that a client is offered, in order; those of `packages` if it has no list of them. */
async function offers({ offered }: Client, packages: readonly SamplePackage[]): Promise<readonly string[]> {
  return can(offered) ? (await offered()).toSorted() : versionsOf(packages);
}

function versionsOf(packages: readonly SamplePackage[]): readonly string[] {
  return packages.map(({ version }) => version).toSorted();
}

/** Defines nothing, for a case that does not exist. A test that this machine cannot run is skipped instead. */
function noTest(_title: string, _run: () => Promise<void>): void {}

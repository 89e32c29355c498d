/** One suite for every ecosystem, by its recipe, with real clients. */
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import type { components } from '../../generated/api.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { publish } from '../fixtures/server.ts';
import { issueToken } from '../native/tokens.ts';
import { newRegistry, useServer } from '../native/watched-server.ts';
import { downloadsIn, password } from '../web/people.ts';
import { doorsOf, type Door } from './doors.ts';
import { digestsToName, followAll } from './follow.ts';
import { can, type Client, type Home, type Recipe, type SampleFile, type SamplePackage } from './recipe.ts';
import { recipes } from './recipes.ts';
import { modules } from './throwaway/modules.ts';
import { wideApi } from './throwaway/wide-api.ts';

const server = useServer({ modules, api: wideApi });

/** The bytes that clients fetch do not depend on the database, so slow clients are used with one of them. */
const usesClients = inject('postgres') === undefined || process.env['LARDER_TEST'] === 'all';

const visibilities = [{ visibility: 'a public' }, { visibility: 'a private' }] as const;

describe.each(recipes)('$ecosystem', (recipe) => {
  const hasClient = recipe.client.isPresent && (usesClients || recipe.client.isFast);

  test.each(recipe.hostile)('rejects $title', async ({ name, bytes, reason }) => {
    const home = await openRegistry(recipe, 'a public');
    const { status, detail } = await bodyOf(publish(server(), home.slug, name, bytes), 'Problem', 422);
    expect([status, detail]).toEqual([422, expect.stringContaining(reason)]);
    expect(await listed(home)).toEqual([]);
  });

  describe.each(visibilities)('$visibility registry', ({ visibility }) => {
    test.each(doorsOf(recipe))('publishes by $name', async ({ publish: send, carries }) => {
      const home = await openRegistry(recipe, visibility);
      const pkg = await recipe.build(1);
      await send(home, pkg);
      const [item, ...more] = await listed(home);
      expect([item?.name, item?.version, more]).toEqual([pkg.name, pkg.version, []]);
      const files = carries === 'all files' ? pkg.files : pkg.files.slice(0, 1);
      const sent = files.map(({ name, bytes }) => ({ name, sha256: digestsOf(bytes).sha256 }));
      expect(await filesOf(home, item?.id ?? '')).toEqual(othersByName(sent));
      expect(await namedDigests(recipe, home)).toEqual(expectedDigests(recipe, files));
    });

    test('links to the files of a package from its page', async () => {
      const { home, packages } = await filledRegistry(recipe, visibility);
      const [older] = packages;
      const item = (await listed(home)).find(({ version }) => version === older.version);
      const headers = home.token === undefined ? {} : password(home.token);
      const page = await (await fetch(item?.web_url ?? '', { headers })).text();
      const digests = downloadsIn(page).map(async (url) => digestsOf(await bytesAt(url, headers)).sha256);
      const expected = older.files.map(({ bytes }) => digestsOf(bytes).sha256);
      expect((await Promise.all(digests)).toSorted()).toEqual(expected.toSorted());
    });

    test.runIf(hasClient)(`is installed from by ${recipe.client.name}`, async () => {
      const { home, packages } = await filledRegistry(recipe, visibility);
      await using client = await recipe.client.open(home);
      expect(await offers(client, packages)).toEqual(versionsOf(packages));
      const [older, newer] = packages;
      if (can(client.installNewest)) expect(await client.installNewest()).toBe(newer.version);
      await client.install(older);
    });

    test.runIf(hasClient && visibility === 'a private')(
      `is not installed from by ${recipe.client.name} without a token`,
      async () => {
        const { home, packages } = await filledRegistry(recipe, visibility);
        const install = async (): Promise<void> => {
          await using client = await recipe.client.open({ ...home, token: undefined });
          await client.install(packages[0]);
        };
        await expect(install).rejects.toThrow();
      },
    );

    test('copies a package, which its client installs from the copy', async () => {
      const { home, packages } = await filledRegistry(recipe, visibility);
      const [older] = packages;
      const copy = await openRegistry(recipe, otherThan(visibility));
      const { status } = await server().ask(`${await packageUrl(home, older)}/copy?to=${copy.slug}`, {
        method: 'POST',
      });
      expect(status).toBe(200);
      expect((await listed(copy)).map(({ version }) => version)).toEqual([older.version]);
      if (!hasClient) return;
      await using client = await recipe.client.open(copy);
      await client.install(older);
    });

    test('deletes packages, and offers nothing after the last one', async () => {
      const { home, packages } = await filledRegistry(recipe, visibility);
      const [older, newer] = packages;
      const client = hasClient ? await recipe.client.open(home) : undefined;
      onTestFinished(async () => client?.[Symbol.asyncDispose]());
      await remove(home, newer);
      expect(await namedDigests(recipe, home)).toEqual(expectedDigests(recipe, older.files));
      if (client) {
        expect(await offers(client, [older])).toEqual([older.version]);
        if (!can(client.offered)) await expect(client.install(newer)).rejects.toThrow();
      }
      await remove(home, older);
      expect(await namedDigests(recipe, home)).toEqual(expectedDigests(recipe, []));
      expect(await listed(home)).toEqual([]);
      if (client) expect(await offers(client, [])).toEqual([]);
    });
  });
});

type Visibility = (typeof visibilities)[number]['visibility'];

function otherThan(visibility: Visibility): Visibility {
  return visibility === 'a public' ? 'a private' : 'a public';
}

/** Creates an empty registry. Clients of a private one have a token that can only read packages. */
async function openRegistry({ ecosystem }: Recipe, visibility: Visibility): Promise<Home> {
  const isPublic = visibility === 'a public';
  const slug = await newRegistry(server(), ecosystem, { isPublic });
  const token = isPublic ? undefined : await issueToken(server());
  return { server: server(), slug, url: `${server().url}/acme/${slug}`, token };
}

interface Filled {
  readonly home: Home;
  /** The older one first. */
  readonly packages: readonly [SamplePackage, SamplePackage];
}

/** Creates a registry with two versions of a package, the newer of which was published first. */
async function filledRegistry(recipe: Recipe, visibility: Visibility): Promise<Filled> {
  const home = await openRegistry(recipe, visibility);
  const packages = [await recipe.build(9), await recipe.build(10)] as const;
  const door = firstDoor(recipe);
  for (const pkg of packages.toReversed()) await door.publish(home, pkg);
  return { home, packages };
}

function firstDoor(recipe: Recipe): Door {
  const [door] = doorsOf(recipe);
  if (door === undefined) throw new Error(`Packages of ${recipe.ecosystem} cannot be published.`);
  return door;
}

async function listed({ slug }: Home): Promise<components['schemas']['PackageListItem'][]> {
  return [...(await bodyOf(server().ask(server().in(slug, 'packages')), 'PackageList')).items];
}

async function bytesAt(url: string, headers: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const reply = await fetch(url, { headers });
  expect(reply.status, url).toBe(200);
  return reply.bytes();
}

async function packageUrl(home: Home, { name, version }: SamplePackage): Promise<string> {
  const found = (await listed(home)).find((item) => item.name === name && item.version === version);
  return server().in(home.slug, 'packages', found?.id ?? '');
}

async function remove(home: Home, pkg: SamplePackage): Promise<void> {
  expect((await server().ask(await packageUrl(home, pkg), { method: 'DELETE' })).status).toBe(200);
}

interface FileInfo {
  readonly name: string;
  readonly sha256: string;
}

/** Returns the files of a package: the main file, then the others by name. */
async function filesOf({ slug }: Home, id: string): Promise<readonly FileInfo[]> {
  const { items } = await bodyOf(server().ask(server().in(slug, 'packages', id, 'files')), 'PackageFileList');
  return othersByName(items.map(({ name, digests: { sha256 } }) => ({ name, sha256 })));
}

function othersByName([main, ...others]: readonly FileInfo[]): readonly FileInfo[] {
  return main ? [main, ...others.toSorted((a, b) => (a.name < b.name ? -1 : 1))] : [];
}

/** Returns the digests of the files that the registry's documents name. Follows every URL in them. */
async function namedDigests({ documents }: Recipe, home: Home): Promise<ReadonlySet<string>> {
  const files = can(documents) ? await followAll(documents, home) : [];
  return new Set(files.map(({ sha256 = '' }) => sha256));
}

/** Returns the digests that documents have to name for a package with these files. */
function expectedDigests({ documents }: Recipe, files: readonly SampleFile[]): ReadonlySet<string> {
  return new Set(can(documents) ? digestsToName(documents, files) : []);
}

/** Returns the versions that a client is offered, in order; those of `packages` if it cannot report them. */
async function offers({ offered }: Client, packages: readonly SamplePackage[]): Promise<readonly string[]> {
  return can(offered) ? (await offered()).toSorted() : versionsOf(packages);
}

function versionsOf(packages: readonly SamplePackage[]): readonly string[] {
  return packages.map(({ version }) => version).toSorted();
}

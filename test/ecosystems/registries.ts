/** Registries of a recipe, and the ways in which tests read them. */
import { expect } from 'vitest';
import type { components } from '../../generated/api.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { bodyOf } from '../fixtures/replies.ts';
import type { TestServer } from '../fixtures/server.ts';
import { issueToken } from '../native/tokens.ts';
import { newRegistry } from '../native/watched-server.ts';
import { downloadsIn, password } from '../web/people.ts';
import { doorsOf, type Door } from './doors.ts';
import { digestsToName, followAll } from './follow.ts';
import { can, type Home, type Recipe, type SampleFile, type SamplePackage } from './recipe.ts';

export const visibilities = [{ visibility: 'a public' }, { visibility: 'a private' }] as const;

export type Visibility = (typeof visibilities)[number]['visibility'];

export function otherThan(visibility: Visibility): Visibility {
  return visibility === 'a public' ? 'a private' : 'a public';
}

/** Creates an empty registry. Clients of a private one have a token that can only read packages. */
export async function openRegistry(
  server: TestServer,
  { ecosystem }: Pick<Recipe, 'ecosystem'>,
  visibility: Visibility,
): Promise<Home> {
  const isPublic = visibility === 'a public';
  const slug = await newRegistry(server, ecosystem, { isPublic });
  const token = isPublic ? undefined : await issueToken(server);
  return { server, slug, url: `${server.url}/acme/${slug}`, token };
}

export interface Filled {
  readonly home: Home;
  /** The older one first. */
  readonly packages: readonly [SamplePackage, SamplePackage];
}

/** Creates a registry with two versions of a package, the newer of which was published first. */
export async function filledRegistry(server: TestServer, recipe: Recipe, visibility: Visibility): Promise<Filled> {
  const home = await openRegistry(server, recipe, visibility);
  const packages = [await recipe.build(9), await recipe.build(10)] as const;
  const door = firstDoor(recipe);
  for (const pkg of packages.toReversed()) await door.publish(home, pkg);
  return { home, packages };
}

/** Returns the door that publishes whole packages. */
export function firstDoor(recipe: Recipe): Door {
  const [door] = doorsOf(recipe);
  if (door === undefined) throw new Error(`Packages of ${recipe.ecosystem} cannot be published.`);
  return door;
}

type Listed = components['schemas']['PackageListItem'];

export async function listed({ server, slug }: Pick<Home, 'server' | 'slug'>): Promise<Listed[]> {
  return [...(await bodyOf(server.ask(`${server.in(slug, 'packages')}?per_page=100`), 'PackageList')).items];
}

export async function findListed(home: Home, { name, version }: SamplePackage): Promise<Listed> {
  const found = (await listed(home)).find((item) => item.name === name && item.version === version);
  if (!found) throw new Error(`${name} ${version} is not listed.`);
  return found;
}

/** Returns the path of a package in the API. */
export async function packagePath(home: Home, pkg: SamplePackage): Promise<string> {
  return home.server.in(home.slug, 'packages', (await findListed(home, pkg)).id);
}

export async function copy(home: Home, pkg: SamplePackage, to: Home): Promise<Response> {
  return home.server.ask(`${await packagePath(home, pkg)}/copy?to=${to.slug}`, { method: 'POST' });
}

export async function remove(home: Home, pkg: SamplePackage): Promise<void> {
  expect((await home.server.ask(await packagePath(home, pkg), { method: 'DELETE' })).status).toBe(200);
}

const standings = {
  offer: { method: 'PUT', path: 'standing', body: { standing: 'offered' } },
  unlist: { method: 'PUT', path: 'standing', body: { standing: 'unlisted', notice: 'It is broken on <arm64>.' } },
  withdraw: { method: 'POST', path: 'withdraw', body: { notice: 'It has a & secret.' } },
  restore: { method: 'POST', path: 'restore', body: undefined },
} as const;

/** Changes the standing of a package, with a notice that documents have to escape. */
export async function setStanding(home: Home, pkg: SamplePackage, to: keyof typeof standings): Promise<void> {
  const { method, path, body } = standings[to];
  const json = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  await bodyOf(home.server.ask(`${await packagePath(home, pkg)}/${path}`, { method, ...json }), 'Package');
}

/** Returns the URLs of the files that the page of a package offers. */
export async function linkedFiles(home: Home, pkg: SamplePackage): Promise<readonly string[]> {
  const { web_url: url } = await findListed(home, pkg);
  return downloadsIn(await (await fetch(url, { headers: credentials(home) })).text());
}

export async function fetchLinked(home: Home, url: string): Promise<Response> {
  return fetch(url, { headers: credentials(home) });
}

function credentials({ token }: Home): Readonly<Record<string, string>> {
  return token === undefined ? {} : password(token);
}

/** Returns the digests of the files that the registry's documents name. Follows every URL in them. */
export async function namedDigests({ documents }: Recipe, home: Home): Promise<ReadonlySet<string>> {
  const files = can(documents) ? await followAll(documents, home) : [];
  return new Set(files.map(({ sha256 = '' }) => sha256));
}

/** Returns the digests that documents have to name for packages with these files. */
export function expectedDigests({ documents }: Recipe, ...packages: readonly SamplePackage[]): ReadonlySet<string> {
  return new Set(can(documents) ? packages.flatMap(({ files }) => digestsToName(documents, files)) : []);
}

export function digestsIn(files: readonly SampleFile[]): string[] {
  return files.map(({ bytes }) => digestsOf(bytes).sha256).toSorted();
}

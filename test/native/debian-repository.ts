/** Reads a registry's apt repository as a client would, and holds its parts against each other. */
import { createHash } from 'node:crypto';
import { buildDeb, type ControlRecipe, type DebRecipe } from '../fixtures/deb-package.ts';
import { publish, type TestServer } from '../fixtures/server.ts';
import type { WatchedServer } from './watched-server.ts';

/** A line of `Release`: a file of the index and what it must be. */
export interface ListedFile {
  readonly sha256: string;
  readonly size: number;
  /** Relative to the folder of `Release`. */
  readonly path: string;
}

export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

export interface Repository {
  /** Requests a file below `any/`. */
  fetch(path: string, headers?: Record<string, string>): Promise<Fetched>;
  /** Requests a file below `any/dists/any/`. */
  dist(path: string, headers?: Record<string, string>): Promise<Fetched>;
  /** The text of a file below `any/dists/any/`. */
  text(path: string): Promise<string>;
  /** The URL path that clients use for a listed file, below `any/dists/any/`. */
  byHash(file: ListedFile): string;
}

export function openRepository(server: WatchedServer, registry: string, organization = 'acme'): Repository {
  const fetchBelow = async (path: string, headers: Record<string, string> = {}): Promise<Fetched> => {
    const reply = await server.native(`${organization}/${registry}/any/${path}`, {
      headers: { ...server.authorized, ...headers },
    });
    return { status: reply.status, headers: reply.headers, bytes: Buffer.from(await reply.arrayBuffer()) };
  };
  const dist: Repository['dist'] = (path, headers) => fetchBelow(`dists/any/${path}`, headers);
  return {
    fetch: fetchBelow,
    dist,
    text: async (path) => (await dist(path)).bytes.toString(),
    byHash: ({ path, sha256 }) => path.replace(/[^/]+$/, `by-hash/SHA256/${sha256}`),
  };
}

/** The index files that a `Release` or `InRelease` lists. */
export function listedFiles(release: string): ListedFile[] {
  const lines = release.matchAll(/^ ([0-9a-f]{64}) +(\d+) (\S+)$/gm);
  return [...lines].map(([, sha256 = '', size = '', path = '']) => ({ sha256, size: Number(size), path }));
}

/** The file with this path, of those that a `Release` lists. */
export function listedFile(release: string, path: string): ListedFile {
  const file = listedFiles(release).find((listed) => listed.path === path);
  if (!file) throw new Error(`${path} is not listed in:\n${release}`);
  return file;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Publishes a small deb and returns the id of its package. */
export async function publishDeb(server: TestServer, registry: string, control: ControlRecipe = {}): Promise<string> {
  return publishBuilt(server, registry, { control });
}

/** Publishes a deb, or a udeb by its name, and returns the id of its package. */
export async function publishBuilt(
  server: TestServer,
  registry: string,
  recipe: DebRecipe,
  name = 'some.deb',
): Promise<string> {
  const reply = await publish(server, registry, name, Buffer.from(await buildDeb(recipe)));
  const body: unknown = await reply.json();
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return body.id;
  throw new Error(`Publishing failed: ${JSON.stringify(body)}`);
}

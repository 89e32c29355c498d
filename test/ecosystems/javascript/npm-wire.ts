/** Requests as npm sends them, for tests of the protocol. */
import { buildTarball, packageJsonOf, publishBody, type NpmRecipe } from '../../fixtures/npm-package.ts';
import { newRegistry, type WatchedServer } from '../../native/watched-server.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** JSON of a reply, whose schema the server has checked. */
// oxlint-disable-next-line typescript/no-explicit-any -- Tests read members by their paths.
export type Json = any;

export interface Wire {
  readonly slug: string;
  /** Requests a path below `/npm/`, with the token of a publisher unless `token` is another or none. */
  ask(method: string, path: string, options?: AskOptions): Promise<Reply>;
  /** Publishes a package. */
  publish(recipe: NpmRecipe, tag?: string): Promise<Reply>;
  /** Returns the packument. */
  packument(name?: string): Promise<Json>;
}

export interface AskOptions {
  readonly body?: unknown;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A new registry. */
export async function openWire(server: WatchedServer, options: { readonly isPublic?: boolean } = {}): Promise<Wire> {
  const slug = await newRegistry(server, 'javascript', options);
  return wireAt(server, slug);
}

export function wireAt(server: WatchedServer, slug: string): Wire {
  const ask: Wire['ask'] = async (method, path, { body, headers, ...credentials } = {}) => {
    const { token } = 'token' in credentials ? credentials : server;
    const reply = await server.native(`acme/${slug}/npm/${path}`, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const isJson = /[/+]json$/.test(reply.headers.get('Content-Type') ?? '') && text !== '';
    return { status: reply.status, headers: reply.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    slug,
    ask,
    publish: async (recipe, tag) => {
      const body = publishBody(recipe, await buildTarball(recipe), tag === undefined ? {} : { tag });
      return ask('PUT', packageJsonOf(recipe).name.replace('/', '%2f'), { body });
    },
    packument: async (name = 'demo') => (await ask('GET', name)).body,
  };
}

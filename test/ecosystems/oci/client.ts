/** A small client of OCI over fetch, which requests tokens like docker does. */
import { digestsOf } from '../../fixtures/local-file.ts';
import type { Home } from '../recipe.ts';

export const types = {
  image: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
  empty: 'application/vnd.oci.empty.v1+json',
} as const;

export type Bytes = Uint8Array<ArrayBuffer>;

export function bytesOf(value: string | object): Bytes {
  return Uint8Array.from(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
}

export function digestOf(bytes: Uint8Array, algorithm: 'sha256' | 'sha512' = 'sha256'): string {
  return `${algorithm}:${digestsOf(bytes)[algorithm]}`;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export function describe(bytes: Uint8Array, mediaType: string, more: object = {}): Descriptor {
  return { mediaType, digest: digestOf(bytes), size: bytes.length, ...more };
}

/** An image of one layer, with all of its bytes. */
export interface Image {
  readonly manifest: Bytes;
  readonly digest: string;
  readonly blobs: readonly Bytes[];
}

export function imageOf(text: string, more: object = {}): Image {
  const labels = { title: text };
  const config = bytesOf({
    os: 'linux',
    architecture: 'amd64',
    config: { Labels: labels },
    rootfs: { type: 'layers', diff_ids: [] },
  });
  const layer = bytesOf(`layer of ${text}`);
  const manifest = bytesOf({
    schemaVersion: 2,
    mediaType: types.image,
    config: describe(config, types.config),
    layers: [describe(layer, types.layer)],
    ...more,
  });
  return { manifest, digest: digestOf(manifest), blobs: [config, layer] };
}

export function indexOf(images: readonly Image[], more: object = {}): Bytes {
  return bytesOf({
    schemaVersion: 2,
    mediaType: types.index,
    manifests: images.map(({ manifest }) =>
      describe(manifest, types.image, { platform: { os: 'linux', architecture: 'amd64' } }),
    ),
    ...more,
  });
}

/** Registries where the client logs in. */
export interface Place extends Pick<Home, 'token'> {
  /** The URL of the server. */
  readonly server: string;
  /** `{organization}/{registry}`. */
  readonly registry: string;
}

export function placeOf({ url, token }: Home): Place {
  const { origin, pathname } = new URL(url);
  return { server: origin, registry: pathname.slice(1), token };
}

export interface OciClient {
  /** Sends a request below `/v2/{registry}/{name}/`, or to a location, and requests a token after a 401. */
  send(path: string, init?: RequestInit & { readonly duplex?: 'half' }): Promise<Response>;
  upload(name: string, bytes: Bytes): Promise<void>;
  push(name: string, reference: string, manifest: Bytes, mediaType?: string): Promise<Response>;
  /** Uploads all bytes of an image, and pushes it to its digest or to a tag. */
  pushImage(name: string, image: Image, reference?: string): Promise<void>;
}

/** Throws for an unexpected status. */
export async function expectStatus(reply: Response, ...statuses: readonly number[]): Promise<Response> {
  if (statuses.includes(reply.status)) return reply;
  const message = `${reply.url} returned ${reply.status}: ${await reply.text()}`;
  throw Object.assign(new Error(message), { status: reply.status });
}

export function openOciClient({ server, registry, token }: Place): OciClient {
  const tokens = new Map<string, string>();

  async function send(path: string, init: RequestInit & { readonly duplex?: 'half' } = {}): Promise<Response> {
    const url = new URL(path.startsWith('/') ? path : `/v2/${registry}/${path}`, server);
    // Each scope needs a token of its own.
    const key = `${init.method ?? 'GET'} ${/^\/v2\/(.+)\/(?:blobs|manifests|tags|referrers)\//.exec(url.pathname)?.[1] ?? ''}`;
    const known = tokens.get(key);
    const first = await fetch(url, withToken(init, known));
    const challenge = first.headers.get('WWW-Authenticate');
    if (first.status !== 401 || challenge === null) return first;
    await first.arrayBuffer();
    const fresh = await requestToken(challenge, token);
    if (fresh === undefined) return await fetch(url, withToken(init, known));
    tokens.set(key, fresh);
    return await fetch(url, withToken(init, fresh));
  }

  async function upload(name: string, bytes: Bytes): Promise<void> {
    const opened = await expectStatus(await send(`${name}/blobs/uploads/`, { method: 'POST' }), 202);
    const location = opened.headers.get('Location') ?? '';
    const done = await send(`${location}?digest=${digestOf(bytes)}`, { method: 'PUT', body: bytes });
    await expectStatus(done, 201);
  }

  const push: OciClient['push'] = async (name, reference, manifest, mediaType = types.image) =>
    await send(`${name}/manifests/${reference}`, {
      method: 'PUT',
      headers: { 'Content-Type': mediaType },
      body: manifest,
    });

  return {
    send,
    upload,
    push,
    pushImage: async (name, { manifest, digest, blobs }, reference = digest) => {
      for (const blob of blobs) await upload(name, blob);
      await expectStatus(await push(name, reference, manifest), 201);
    },
  };
}

function withToken(init: RequestInit, token: string | undefined): RequestInit {
  if (token === undefined) return init;
  return { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } };
}

/** Returns undefined if no token is issued. */
export async function requestToken(challenge: string, password: string | undefined): Promise<string | undefined> {
  const values = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  const url = new URL(values.get('realm') ?? '');
  url.searchParams.set('service', values.get('service') ?? '');
  const scope = values.get('scope');
  if (scope !== undefined) url.searchParams.set('scope', scope);
  const headers: Record<string, string> = password === undefined ? {} : { Authorization: basic(password) };
  const reply = await fetch(url, { headers });
  if (reply.status !== 200) return undefined;
  const { token } = (await reply.json()) as { token: string };
  return token;
}

export function basic(password: string): string {
  return `Basic ${Buffer.from(`buildkite:${password}`).toString('base64')}`;
}

/** Pushes images by the distribution specification, without anything that a client does beside it. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Server } from './processes.ts';
import type { Content } from './upload.ts';

export const manifestType = 'application/vnd.oci.image.manifest.v1+json';

/** A place for images. */
export interface Repository {
  readonly server: Server;
  /** All segments, such as `bench/images/app`. */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export function urlIn({ server, name }: Repository, ...segments: readonly string[]): string {
  return `${server.url}/v2/${name}/${segments.join('/')}`;
}

/** Begins an upload, sends all bytes in one PATCH, and finishes it. Computes the digest while it sends. */
export async function pushBlob(repository: Repository, { size, chunks }: Content): Promise<Descriptor> {
  const hash = createHash('sha256');
  const hashed = function* (): Generator<Uint8Array> {
    for (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const digest = (): string => `sha256:${hash.copy().digest('hex')}`;
  await sendInOnePatch(repository, { size, chunks: hashed() }, digest);
  return { mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: digest(), size };
}

/** `digest` is called after the bytes were sent. */
export async function sendInOnePatch(repository: Repository, content: Content, digest: () => string): Promise<void> {
  const { server, headers } = repository;
  const begun = await send('POST', urlIn(repository, 'blobs', 'uploads/'), { ...headers, 'Content-Length': '0' });
  const type = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(content.size) };
  const patched = await send('PATCH', locationOf(begun, server), { ...headers, ...type }, content.chunks);
  const finish = new URL(locationOf(patched, server));
  finish.searchParams.set('digest', digest());
  await send('PUT', finish.href, { ...headers, 'Content-Length': '0' });
}

/** Pushes an image of these layers to a tag. */
export async function pushManifest(
  repository: Repository,
  tag: string,
  [config, ...layers]: readonly Descriptor[],
): Promise<void> {
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: manifestType, config, layers });
  const head = { ...repository.headers, 'Content-Type': manifestType, 'Content-Length': String(manifest.length) };
  await send('PUT', urlIn(repository, 'manifests', tag), head, [Buffer.from(manifest)]);
}

const agent = new Agent({ keepAlive: true });

/** Rejects if the status is not 2xx. */
async function send(
  method: 'POST' | 'PATCH' | 'PUT',
  url: string,
  headers: Readonly<Record<string, string>>,
  chunks: Iterable<Uint8Array> = [],
): Promise<IncomingMessage> {
  const sending = request(url, { method, agent, headers });
  const replied = once(sending, 'response') as Promise<[IncomingMessage]>;
  const [[response]] = await Promise.all([replied, pipeline(Readable.from(chunks), sending)]);
  const reply = await text(response);
  const { statusCode = 0 } = response;
  if (statusCode < 200 || statusCode > 299) throw new Error(`${method} ${url} returned ${statusCode}: ${reply}`);
  return response;
}

/** Returns the URL where the upload continues, which may be relative. */
function locationOf({ headers }: IncomingMessage, { url }: Server): string {
  return new URL(headers.location ?? '', url).href;
}

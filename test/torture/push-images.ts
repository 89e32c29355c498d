/** Pushes images, indexes of them, and artifacts about them. Each returns false if there is no response. */
import { textOf, type Answer } from './api.ts';
import { artifactManifest, configOf, imageManifest, indexManifest, type Manifest } from './manifests.ts';
import { makeBytes, registries, sha256Of } from './packages.ts';
import { pushManifest, type Pushed } from './push-manifest.ts';
import { isPresent, touch, type Known } from './shelf.ts';
import { holdTag, tagOf } from './tags.ts';
import { ociUploads } from './upload-protocols.ts';
import { beginDeed, expectStatus, gone, type Turn } from './work.ts';

export interface Uploaded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Until then, the servers must have the upload. */
  readonly keptUntil: number;
}

/** Uploads a blob in one request, and again if the upload expires in it. Returns undefined if there is no response. */
async function pushBlob(turn: Turn, registry: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uploaded | undefined> {
  const keptUntil = Date.now() + turn.uploadLifetime;
  const path = `${ociUploads.home(registry)}blobs/uploads/?digest=sha256:${sha256Of(bytes)}`;
  const reply = await turn.api.at(path, { method: 'POST', body: bytes });
  if (!reply) return undefined;
  if (reply.status !== 404 || keptUntil > Date.now()) {
    expectStatus(reply, 201);
    return { bytes, keptUntil };
  }
  turn.count('expired');
  return await pushBlob(turn, registry, bytes);
}

/** Uploads the configuration of an image. Returns undefined if there is no response. */
export async function pushConfig(turn: Turn, registry: string): Promise<Uploaded | undefined> {
  return await pushBlob(turn, registry, configOf(turn.nextNumber()));
}

export async function pushImage(turn: Turn): Promise<boolean> {
  const registry = turn.chance.oneOf(registries.oci) ?? '';
  const layer = await pushBlob(turn, registry, makeBytes(turn.nextNumber(), turn.chance));
  const config = layer && (await pushConfig(turn, registry));
  if (!config) return gone(turn);
  return await push(turn, registry, imageManifest(layer.bytes, config.bytes), layer.keptUntil);
}

/** Pushes the manifest of an image that the registry has to a tag. */
export async function pushAgain(turn: Turn, image: Known): Promise<boolean> {
  const { registry, version, sha256 } = image;
  const tag = holdTag(turn, image);
  if (!tag) return true;
  const isThere = tagOf(turn.tags, registry, tag.name).places[0] === image;
  const settle = beginDeed(turn, image, 'publish', sha256);
  const home = `${ociUploads.home(registry)}manifests/`;
  const pulled = await turn.api.at(home + version);
  const type = pulled?.headers.get('Content-Type') ?? '';
  const body = pulled?.body && Uint8Array.from(pulled.body);
  const reply =
    body && (await turn.api.at(home + tag.name, { method: 'PUT', headers: { 'Content-Type': type }, body }));
  image.busy = false;
  tag.settle(reply && true);
  if (!reply) return gone(turn);
  expectStatus(reply, 201);
  settle(isThere ? 'not made' : 'made');
  return true;
}

/** Pushes an artifact about an image. */
export async function pushArtifact(turn: Turn, image: Known): Promise<boolean> {
  touch(image);
  const config = await pushConfig(turn, image.registry);
  const isAnswered =
    config !== undefined && (await push(turn, image.registry, artifactManifest(config.bytes, image), config.keptUntil));
  image.busy = false;
  return isAnswered || gone(turn);
}

/** Pushes an index of an image and of another one. */
export async function pushIndex(turn: Turn, image: Known): Promise<boolean> {
  const { shelf, chance, nextNumber } = turn;
  const others = shelf.all().filter((one) => one !== image && one.registry === image.registry && isPresent(one));
  const other = chance.oneOf(others);
  const images = other ? [image, other] : [image];
  for (const one of images) touch(one);
  const isAnswered = await push(turn, image.registry, indexManifest(images, nextNumber()), Infinity);
  for (const one of images) one.busy = false;
  return isAnswered;
}

/** Pushes a manifest. Throws if it is rejected, although its bytes must be kept until `keptUntil`. */
async function push(turn: Turn, registry: string, manifest: Manifest, keptUntil: number): Promise<boolean> {
  const { reply, isMade }: Pushed = await pushManifest(turn, { registry, protocol: ociUploads }, manifest);
  if (!reply) return gone(turn);
  if (!isMade && keptUntil > Date.now()) throw rejected(registry, reply);
  if (isMade) turn.count(manifest.needs || manifest.subject !== undefined ? 'related' : 'pushed');
  return true;
}

function rejected(registry: string, reply: Answer): Error {
  return new Error(`A manifest in ${registry} was answered ${reply.status}: ${textOf(reply)}`);
}

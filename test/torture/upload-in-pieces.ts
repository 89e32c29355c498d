/**
 * Steps of uploads in pieces: begin, append, finish, publish. Any client continues any upload, at any server, also after
 * the one that began it was killed. Each returns false if there is no response.
 */
import type { Answer } from './api.ts';
import { makeBytes, registries, sha256Of } from './packages.ts';
import { imageManifest, plainManifest } from './manifests.ts';
import { pushConfig } from './push-images.ts';
import { pushManifest } from './push-manifest.ts';
import { ociUploads, uploadProtocols } from './upload-protocols.ts';
import { correctOffset, expectExpired, type KnownUpload } from './uploads.ts';
import { expectStatus, gone, type Turn } from './work.ts';

/** The number of uploads at the same time. */
const most = 4;

export async function continueUpload(turn: Turn): Promise<boolean> {
  const idle = [...turn.uploads].filter(({ isBusy, claimedBy }) => !isBusy && !claimedBy);
  const upload = turn.chance.oneOf(idle);
  if (!upload || (turn.uploads.size < most && turn.chance.next() < 0.2)) return await begin(turn);
  upload.isBusy = true;
  const { api } = turn;
  const isResumed = upload.server !== api;
  const answered = await stepOf(upload)(turn, upload);
  upload.isBusy = false;
  if (!answered) return gone(turn);
  if (isResumed) turn.count('resumed');
  upload.server = api;
  return true;
}

function stepOf({ state, sizes, bytes }: KnownUpload): typeof append {
  if (state === 'finished') return publish;
  return state === 'finishing' || (sizes.length === 1 && sizes[0] === bytes.length) ? finish : append;
}

async function begin(turn: Turn): Promise<boolean> {
  const protocol = turn.chance.oneOf(uploadProtocols);
  if (!protocol) throw new Error('There is no protocol.');
  const registry = turn.chance.oneOf<string>(registries[protocol.ecosystem]) ?? '';
  const bytes = makeBytes(turn.nextNumber(), turn.chance);
  const keptUntil = Date.now() + turn.uploadLifetime;
  const uploads = `${protocol.home(registry)}blobs/uploads/`;
  const reply = await turn.api.at(uploads, { method: 'POST' });
  if (!reply) return gone(turn);
  expectStatus(reply, 202);
  const session = reply.headers.get('Location')?.split('/').at(-1) ?? '';
  const state = { sizes: [0], state: 'open', claimedBy: undefined, isBusy: false } as const;
  const path = uploads + session;
  turn.uploads.add({ protocol, registry, bytes, path, keptUntil, server: turn.api, ...state });
  return true;
}

async function append(turn: Turn, upload: KnownUpload): Promise<boolean> {
  const { bytes, sizes, path, protocol } = upload;
  const offset = Math.min(...sizes);
  const left = bytes.length - offset;
  const end = offset + (turn.chance.next() < 0.4 ? left : turn.chance.whole(Math.min(2, left), left));
  const keptUntil = Date.now() + turn.uploadLifetime;
  const body = bytes.slice(offset, end);
  const [url, init] = protocol.piece(path, offset, end);
  const reply = await turn.api.at(url, { ...init, method: 'PATCH', body });
  if (!reply) {
    upload.sizes = [...new Set([...sizes, end])];
    upload.keptUntil = Math.min(upload.keptUntil, keptUntil);
    return false;
  }
  if (isGone(turn, upload, reply)) return true;
  // Only an earlier request without a response can have stored more.
  const status = expectStatus(reply, 202, ...(sizes.length > 1 ? [protocol.wrongOffset] : []));
  if (status !== 202) {
    correctOffset(upload, reply);
    return true;
  }
  upload.sizes = [end];
  upload.keptUntil = keptUntil;
  if (reply.headers.get('Range') !== `0-${end - 1}`) throw new Error(`The Range is ${reply.headers.get('Range')}.`);
  return true;
}

async function finish(turn: Turn, upload: KnownUpload): Promise<boolean> {
  const keptUntil = Date.now() + turn.uploadLifetime;
  const digest = sha256Of(upload.bytes);
  const reply = await turn.api.at(`${upload.path}?digest=sha256:${digest}`, { method: 'PUT' });
  if (!reply) {
    upload.state = 'finishing';
    upload.keptUntil = Math.min(upload.keptUntil, keptUntil);
    return false;
  }
  if (isGone(turn, upload, reply)) return true;
  expectStatus(reply, 201);
  // If an earlier request finished it, this one does not change when it expires.
  upload.keptUntil = upload.state === 'open' ? keptUntil : Math.min(upload.keptUntil, keptUntil);
  upload.state = 'finished';
  return true;
}

/** Publishes a manifest that names the bytes, which ends the upload. An image also has a configuration. */
async function publish(turn: Turn, upload: KnownUpload): Promise<boolean> {
  const { registry, bytes, protocol } = upload;
  const config = protocol === ociUploads ? await pushConfig(turn, registry) : undefined;
  if (protocol === ociUploads && !config) return false;
  const manifest = config ? imageManifest(bytes, config.bytes) : plainManifest(bytes);
  const { known, isMade, reply } = await pushManifest(turn, upload, manifest);
  if (!reply || isMade) upload.claimedBy = known;
  if (!reply) return false;
  if (isMade) {
    upload.state = 'published';
    turn.count('claimed');
    return true;
  }
  expectExpired({ ...upload, keptUntil: Math.min(upload.keptUntil, config?.keptUntil ?? Infinity) }, reply);
  turn.uploads.delete(upload);
  return true;
}

/** Removes an upload that has expired. */
function isGone(turn: Turn, upload: KnownUpload, reply: Answer): boolean {
  if (reply.status !== 404) return false;
  expectExpired(upload, reply);
  turn.count('expired');
  turn.uploads.delete(upload);
  return true;
}

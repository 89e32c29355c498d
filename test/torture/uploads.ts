/** Uploads in pieces as clients expect them, and what a restarted server must still have of them. */
import type { Answer, Api } from './api.ts';
import { textOf } from './api.ts';
import { BrokenPromise } from './broken-promise.ts';
import { sha256Of } from './packages.ts';
import type { Known, Shelf } from './shelf.ts';
import type { UploadProtocol } from './upload-protocols.ts';

export interface KnownUpload {
  readonly protocol: UploadProtocol;
  readonly registry: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The path of the session. */
  readonly path: string;
  /** The numbers of bytes that the upload may have: more than one after requests without a response. */
  sizes: readonly number[];
  /** `finishing`: a request to finish it has no response. `published`: a package has its bytes, or had them. */
  state: 'open' | 'finishing' | 'finished' | 'published';
  /** Until then, the servers must have the upload. */
  keptUntil: number;
  /** The package that took its bytes. */
  claimedBy: Known | undefined;
  /** The address of the server that last responded. */
  server: Api | undefined;
  isBusy: boolean;
}

export type Uploads = Set<KnownUpload>;

/** Throws `BrokenPromise` unless an upload that no longer exists has expired. */
export function expectExpired({ keptUntil, path }: KnownUpload, reply: Answer): void {
  if (keptUntil > Date.now())
    throw new BrokenPromise(`${path} was answered ${reply.status} before it expired: ${textOf(reply)}`);
}

/** Stores the offset of a response that rejects another one. Throws `BrokenPromise` if it is impossible. */
export function correctOffset(upload: KnownUpload, reply: Answer): void {
  const state = upload.protocol.stateIn(reply, upload.sizes);
  if (state === 'finished' && upload.state !== 'open') {
    upload.state = 'finished';
    return;
  }
  if (typeof state !== 'number' || !upload.sizes.includes(state) || upload.state === 'finished')
    throw new BrokenPromise(
      `${upload.path} is ${upload.state}, with ${upload.sizes.join(' or ')} bytes, but a reply says ${state}: ${textOf(reply)}`,
    );
  upload.sizes = [state];
  upload.state = 'open';
}

/** Verifies all uploads at a restarted server. The shelf is certain already. */
export async function verifyUploads(api: Api, uploads: Uploads, shelf: Shelf): Promise<void> {
  for (const upload of uploads) {
    const { claimedBy, registry, bytes, protocol } = upload;
    const isClaimed = claimedBy !== undefined && shelf.find(claimedBy.registry, claimedBy.version) === claimedBy;
    if (isClaimed || upload.state === 'published') {
      await expectEnded(api, upload);
      uploads.delete(upload);
      continue;
    }
    upload.claimedBy = undefined;
    if (upload.state !== 'finished' && !(await probe(api, upload))) uploads.delete(upload);
    if (upload.state !== 'finished') continue;
    const digest = sha256Of(bytes);
    const blob = await api.at(`${protocol.home(registry)}blobs/sha256:${digest}`);
    if (blob?.status === 200 && blob.body && sha256Of(blob.body) === digest) continue;
    if (!blob || blob.status === 200) throw new BrokenPromise(`The finished upload ${upload.path} has other bytes.`);
    expectExpired(upload, blob);
    uploads.delete(upload);
  }
}

/** Sends a byte to an impossible offset, to which the server responds with the right one. Returns false if the upload has expired. */
async function probe(api: Api, upload: KnownUpload): Promise<boolean> {
  const reply = await sendTo(api, upload, 999_999_999);
  const isRejected = reply?.status === upload.protocol.wrongOffset || reply?.status === 400;
  if (isRejected) correctOffset(upload, reply);
  else if (reply?.status === 404) expectExpired(upload, reply);
  else throw new BrokenPromise(`A wrong offset was answered ${reply?.status ?? 'nothing'}.`);
  return isRejected;
}

async function expectEnded(api: Api, upload: KnownUpload): Promise<void> {
  const reply = await sendTo(api, upload, 0);
  if (reply?.status !== 404)
    throw new BrokenPromise(`${upload.path} was published, but it still exists (${reply?.status}).`);
}

/** Sends one byte. */
async function sendTo(api: Api, { protocol, path }: KnownUpload, offset: number): Promise<Answer | undefined> {
  const [url, init] = protocol.piece(path, offset, offset + 1);
  return await api.at(url, { ...init, method: 'PATCH', body: 'x' });
}

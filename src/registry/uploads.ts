/**
 * Presigned uploads: whoever has the form may send one file, for one registry, until it expires. What the form allows is
 * written in its policy, which is signed, so that nobody can change it.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { AlreadyThere, Published } from '../storage/catalog.ts';
import { commit } from '../storage/commit.ts';
import type { Registry, UploadSession } from '../model/records.ts';
import { RegistryError } from '../model/failure.ts';
import { keptFileName } from './file-name.ts';
import type { Larder } from './larder.ts';
import { publishPackage, unusableUpload, type Publication } from './publish.ts';
import { writable } from './writable.ts';

/** Stands for the file's name in the form's `key`. */
const fileNameMark = '${filename}';

export interface UploadForm {
  readonly upload: UploadSession;
  readonly key: string;
  readonly policy: string;
  readonly signature: string;
}

/** Gives a form for one file. */
export async function createUpload(larder: Larder, registry: Registry): Promise<UploadForm> {
  const upload: UploadSession = {
    id: uuid(),
    registryId: registry.id,
    expiresAt: new Date(Date.now() + larder.uploadLifetime),
    file: null,
  };
  await larder[writable].uploads.insert(upload);
  const policy = policyOf(upload);
  return { upload, key: fileNameMark, policy, signature: await sign(larder, policy) };
}

/**
 * Checks that a form is the one given out for an upload and that it can still be used. Needs no bytes of the file.
 * Throws `upload-refused`, `upload-used`, or `unacceptable-file` if the file's name cannot be kept.
 */
export async function checkForm(
  larder: Larder,
  upload: UploadSession,
  { key, policy, signature }: { readonly key: string; readonly policy: string; readonly signature: string },
  fileName: string,
): Promise<void> {
  if (policy !== policyOf(upload) || !(await isSigned(larder, policy, signature))) {
    throw refused('The policy is not the one that was given for this upload. Request another upload.');
  }
  checkUnexpired(upload);
  if (upload.file) throw used();
  nameFor(key, fileName);
}

/**
 * Stores the file of a form that `checkForm` has accepted. Throws `upload-used`, `unacceptable-file`, or `not-found` if the upload no longer exists.
 */
export async function storeUpload(
  larder: Larder,
  upload: UploadSession,
  key: string,
  { fileName, staged }: { readonly fileName: string; readonly staged: StagedBlob },
): Promise<void> {
  const name = nameFor(key, fileName);
  if (staged.size === 0) throw new RegistryError('unacceptable-file', 'The file is empty.');
  const { size, digests, location } = staged;
  const file = { name, blob: { size, digests, location } };
  const stored = await commit([staged], () => larder[writable].uploads.store(upload.id, file));
  if (stored.outcome === 'used') throw used();
  if (stored.outcome === 'gone') throw new RegistryError('not-found', 'The upload has been deleted.');
}

export interface UploadedPublication extends Pick<Publication, 'attestations' | 'by'> {
  /** The URL of all uploads, without a slash at its end. */
  readonly base: string;
  readonly url: string;
}

/**
 * Publishes the file of an upload, which ends with that. Throws what `publishPackage`
 * throws, and `unusable-upload` if the URL is not that of an upload of this registry that has a file.
 */
export async function publishUploaded(
  larder: Larder,
  registry: Registry,
  { base, url, ...more }: UploadedPublication,
): Promise<Published | AlreadyThere> {
  const { catalog, blobs } = larder;
  const { id, file } = await findUploaded(larder, registry, base, url);
  try {
    const staged = await blobs.borrow(file.blob);
    return await publishPackage(larder, registry, { ...more, fileName: file.name, staged, upload: id });
  } catch (error) {
    // Until the transaction holds the upload, it may end, and its bytes may be removed while they are read.
    if (error instanceof RegistryError || (await catalog.uploads.find(id))?.file) throw error;
    throw unusable();
  }
}

async function findUploaded(
  { catalog }: Larder,
  registry: Registry,
  base: string,
  url: string,
): Promise<UploadSession & { readonly file: NonNullable<UploadSession['file']> }> {
  const [, id = '', name = ''] = url.startsWith(base)
    ? (/^\/([0-9a-f-]{36})\/(.+)$/s.exec(url.slice(base.length)) ?? [])
    : [];
  const upload = id === '' ? undefined : await catalog.uploads.find(id);
  const usable = upload?.registryId === registry.id && upload.expiresAt > new Date();
  if (!usable || !upload.file || !isNameInUrl(upload.file.name, name)) throw unusable();
  return { ...upload, file: upload.file };
}

/**
 * Whether the end of a URL stands for this file. The id alone says which upload is meant, so the name may be encoded by
 * any rule or by none: Go's `url.JoinPath` leaves the `%3a` of a name as it is, and others leave `#` and `?`.
 */
function isNameInUrl(name: string, written: string): boolean {
  return written === name || decoded(written) === name || decoded(written) === decoded(name);
}

/** Throws `upload-refused` for a form that may not be used any more. */
export function checkUnexpired({ expiresAt }: UploadSession): void {
  if (expiresAt <= new Date()) throw refused('The form has expired. Request another upload.');
}

/** In one transaction: few enough that nobody waits long for it. */
const batch = 100;

/** The longest grace for an upload that expires while its file is sent or published, in milliseconds. */
const longestGrace = 10 * 60 * 1000;

/** Deletes the uploads that expired some time ago, until there are none or `stop` is aborted. */
export async function deleteExpiredUploads(
  { [writable]: catalog, uploadLifetime }: Larder,
  stop: AbortSignal,
): Promise<void> {
  const before = new Date(Date.now() - Math.min(uploadLifetime, longestGrace));
  while (!stop.aborted) if ((await catalog.uploads.deleteExpired(before, batch)) < batch) return;
}

async function isSigned(larder: Larder, policy: string, signature: string): Promise<boolean> {
  const expected = Buffer.from(await sign(larder, policy));
  const sent = Buffer.from(signature);
  return expected.length === sent.length && timingSafeEqual(expected, sent);
}

/**
 * Returns the name under which the file of a form is stored. The key is as it was given, or filled in with the file's
 * name. Throws `upload-refused` for any other key, and `unacceptable-file` for a name that cannot be kept.
 */
function nameFor(key: string, fileName: string): string {
  if (key === fileNameMark) return keptFileName(fileName);
  // Browsers write `"` as %22 in the name of a part's file, but not in a key (HTML, "multipart form data").
  const [filledIn, sent] = [key, fileName].map((name) => name.replaceAll('%22', '"'));
  if (filledIn === sent || filledIn === sent?.split(/[/\\]/).at(-1)) return keptFileName(key);
  throw refused(
    `The key must be "${fileNameMark}", as it was given, or the name of the file. Send the form as it was given.`,
  );
}

function policyOf({ id, expiresAt }: UploadSession): string {
  return Buffer.from(JSON.stringify({ upload: id, expires: expiresAt.toISOString() })).toString('base64');
}

async function sign({ [writable]: catalog }: Larder, policy: string): Promise<string> {
  const secret = await catalog.secret('uploads', randomBytes(32).toString('base64url'));
  return createHmac('sha256', secret).update(policy).digest('hex');
}

/** Returns the text itself if it is not percent-encoded UTF-8. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function unusable(): RegistryError {
  return new RegistryError('unusable-upload', unusableUpload);
}

function refused(detail: string): RegistryError {
  return new RegistryError('upload-refused', detail);
}

function used(): RegistryError {
  return new RegistryError(
    'upload-used',
    'A file was uploaded with this form already. Publish that one, or request another upload.',
  );
}

/**
 * Presigned uploads: a form with which one file can be sent to one registry until it expires, without a token. Its
 * policy contains what it allows, and is signed.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { StagedBlob } from '../../storage/blob-store.ts';
import { commit } from '../../storage/commit.ts';
import type { Registry, UploadSession } from '../../model/records.ts';
import { Failure } from '../../model/failure.ts';
import { keptFileName } from '../file-name.ts';
import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';

/** The placeholder for the file's name in the form's `key`. */
const fileNameMark = '${filename}';

export interface UploadForm {
  readonly upload: UploadSession;
  readonly key: string;
  readonly policy: string;
  readonly signature: string;
}

/** Creates a form for one file. */
export async function createUpload(larder: Larder, registry: Registry): Promise<UploadForm> {
  const upload: UploadSession = {
    id: uuid(),
    registryId: registry.id,
    ecosystem: registry.ecosystem,
    expiresAt: new Date(Date.now() + larder.uploadLifetime),
    name: null,
    file: null,
  };
  await larder[writable].uploads.insert(upload);
  const policy = policyOf(upload);
  return { upload, key: fileNameMark, policy, signature: await sign(larder, policy) };
}

/**
 * Checks that a form was issued for an upload and can still be used, before the file is read. Throws `upload-refused`,
 * `upload-used`, or `unacceptable-file` if the file's name is invalid.
 */
export async function checkForm(
  larder: Larder,
  upload: UploadSession,
  { key, policy, signature }: { readonly key: string; readonly policy: string; readonly signature: string },
  fileName: string,
): Promise<void> {
  if (policy !== policyOf(upload) || !(await isSigned(larder, policy, signature))) {
    throw refused('The policy was not issued for this upload. Request another upload.');
  }
  checkUnexpired(upload);
  if (upload.file) throw used();
  nameFor(key, fileName);
}

/**
 * Stores the file of a form that `checkForm` has accepted. Throws `upload-used`, `unacceptable-file`, or `not-found` if
 * the upload no longer exists.
 */
export async function storeUpload(
  larder: Larder,
  upload: UploadSession,
  key: string,
  { fileName, staged }: { readonly fileName: string; readonly staged: StagedBlob },
): Promise<void> {
  const name = nameFor(key, fileName);
  if (staged.size === 0) throw new Failure('unacceptable-file', 'The file is empty. Publish a file with content.');
  const { size, digests, location } = staged;
  const file = { name, blob: { size, digests, location } };
  const stored = await commit([staged], () => larder[writable].uploads.store(upload.id, file));
  if (stored.outcome === 'used') throw used();
  if (stored.outcome === 'gone') throw new Failure('not-found', 'The upload has been deleted.');
}

/** Throws `upload-refused` for an expired form. */
export function checkUnexpired({ expiresAt }: UploadSession): void {
  if (expiresAt <= new Date()) throw refused('The form has expired. Request another upload.');
}

async function isSigned(larder: Larder, policy: string, signature: string): Promise<boolean> {
  const expected = Buffer.from(await sign(larder, policy));
  const sent = Buffer.from(signature);
  return expected.length === sent.length && timingSafeEqual(expected, sent);
}

/**
 * Returns the name to store the file of a form under. The key is unchanged, or filled in with the file's name. Throws
 * `upload-refused` for any other key, and `unacceptable-file` for an invalid name.
 */
function nameFor(key: string, fileName: string): string {
  if (key === fileNameMark) return keptFileName(fileName);
  // Browsers write `"` as %22 in the name of a part's file, but not in a key (HTML, "multipart form data").
  const [filledIn, sent] = [key, fileName].map((name) => name.replaceAll('%22', '"'));
  if (filledIn === sent || filledIn === sent?.split(/[/\\]/).at(-1)) return keptFileName(key);
  throw refused(`The key must be "${fileNameMark}" or the name of the file. Send the form unchanged.`);
}

function policyOf({ id, expiresAt }: UploadSession): string {
  return Buffer.from(JSON.stringify({ upload: id, expires: expiresAt.toISOString() })).toString('base64');
}

async function sign({ [writable]: catalog }: Larder, policy: string): Promise<string> {
  const secret = await catalog.secret('uploads', randomBytes(32).toString('base64url'));
  return createHmac('sha256', secret).update(policy).digest('hex');
}

function refused(detail: string): Failure {
  return new Failure('upload-refused', detail);
}

function used(): Failure {
  return new Failure(
    'upload-used',
    'A file was already uploaded with this form. Publish that file, or request another upload.',
  );
}

/**
 * Presigned uploads: whoever has the form may send one file, for one registry, until it expires. What the form allows is
 * written in its policy, which is signed, so that nobody can change it.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { Registry, Upload } from '../storage/records.ts';
import { RegistryError } from './errors.ts';
import { keptFileName } from './file-name.ts';
import type { Larder } from './larder.ts';

/** In milliseconds: long enough for a large file, short enough for a leaked form. */
const lifetime = 60 * 60 * 1000;

/** Stands for the file's name in the form's `key`. */
const fileNameMark = '${filename}';

export interface UploadForm {
  readonly upload: Upload;
  readonly key: string;
  readonly policy: string;
  readonly signature: string;
}

/** Gives a form for one file. */
export async function createUpload(larder: Larder, registry: Registry): Promise<UploadForm> {
  const upload: Upload = {
    id: uuid(),
    registryId: registry.id,
    expiresAt: new Date(Date.now() + lifetime),
    file: null,
  };
  await larder.catalog.uploads.insert(upload);
  const policy = policyOf(upload);
  return { upload, key: fileNameMark, policy, signature: await sign(larder, policy) };
}

/**
 * Takes the file of a form. Whoever staged it discards it afterwards; once it is stored, that does nothing.
 * Throws `upload-refused`, `upload-used`, `unacceptable-file`, or `not-found` when the upload has gone meanwhile.
 */
export async function storeUpload(
  larder: Larder,
  upload: Upload,
  form: { readonly key: string; readonly policy: string; readonly signature: string },
  { fileName, staged }: { readonly fileName: string; readonly staged: StagedBlob },
): Promise<void> {
  await checkPolicy(larder, upload, form);
  if (upload.file) throw used();
  const name = keptFileName(form.key.replaceAll(fileNameMark, keptFileName(fileName)));
  if (staged.size === 0) throw new RegistryError('unacceptable-file', 'The file is empty.');
  await staged.keep();
  const { size, digests, location } = staged;
  const stored = await larder.catalog.uploads.store(upload.id, { name, blob: { size, digests, location } });
  if (stored.outcome === 'used') throw used();
  if (stored.outcome === 'gone') throw new RegistryError('not-found', 'The upload has been deleted.');
  if (stored.adopted.has(location)) await staged.settle();
}

/** The upload behind a `package_url`, with its file. Throws `unusable-upload` for every URL but one of this registry's. */
export async function findUploaded(
  { catalog }: Larder,
  registry: Registry,
  base: string,
  url: string,
): Promise<Upload & { readonly file: NonNullable<Upload['file']> }> {
  const [, id = '', name = ''] = url.startsWith(base)
    ? (/^\/([0-9a-f-]{36})\/([^/?#]+)$/.exec(url.slice(base.length)) ?? [])
    : [];
  const upload = id === '' ? undefined : await catalog.uploads.find(id);
  const { file = null } = upload ?? {};
  const usable = upload?.registryId === registry.id && upload.expiresAt > new Date() && file?.name === decoded(name);
  if (!usable || !upload || !file) {
    throw new RegistryError(
      'unusable-upload',
      'package_url is not the URL of a file that was uploaded for this registry and not published yet.',
    );
  }
  return { ...upload, file };
}

/** Throws `upload-refused` for a form that may not be used any more. */
export function checkUnexpired({ expiresAt }: Upload): void {
  if (expiresAt <= new Date()) throw refused('The form has expired. Request another upload.');
}

/** In one transaction: few enough that nobody waits long for it. */
const batch = 100;

/** Deletes the uploads that have expired, until there are none or `stop` is aborted. */
export async function deleteExpiredUploads({ catalog }: Larder, stop: AbortSignal): Promise<void> {
  const before = new Date();
  while (!stop.aborted) if ((await catalog.uploads.deleteExpired(before, batch)) < batch) return;
}

async function checkPolicy(
  larder: Larder,
  upload: Upload,
  { policy, signature }: { policy: string; signature: string },
): Promise<void> {
  const expected = Buffer.from(await sign(larder, policy));
  const sent = Buffer.from(signature);
  const signed = expected.length === sent.length && timingSafeEqual(expected, sent);
  if (!signed || policy !== policyOf(upload)) {
    throw refused('The policy is not the one that was given for this upload. Request another upload.');
  }
}

function policyOf({ id, expiresAt }: Upload): string {
  return Buffer.from(JSON.stringify({ upload: id, expires: expiresAt.toISOString() })).toString('base64');
}

async function sign({ catalog }: Larder, policy: string): Promise<string> {
  const secret = await catalog.secret('uploads', randomBytes(32).toString('base64url'));
  return createHmac('sha256', secret).update(policy).digest('hex');
}

/** Undefined for what is not percent-encoded UTF-8. */
function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
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

/** Publishes the file of a presigned form. */
import type { Registry, UploadSession } from '../../model/records.ts';
import { Failure } from '../../model/failure.ts';
import type { Larder } from '../larder.ts';
import { publishPackage, type FilePublication, type FilePublished } from '../publish.ts';
import { unusableUpload } from '../release-refused.ts';

export interface UploadedPublication extends Pick<FilePublication, 'attestations' | 'by'> {
  /** The URL of all uploads, without a slash at its end. */
  readonly base: string;
  readonly url: string;
}

/**
 * Publishes the file of an upload, which ends the upload. Throws the failures of `publishPackage`, and
 * `unusable-upload` if the URL does not belong to an upload of this registry that has a file.
 */
export async function publishUploaded(
  larder: Larder,
  registry: Registry,
  { base, url, ...more }: UploadedPublication,
): Promise<FilePublished> {
  const { catalog, blobs } = larder;
  const { id, file } = await findUploaded(larder, registry, base, url);
  try {
    const staged = await blobs.borrow(file.blob);
    return await publishPackage(larder, registry, { ...more, fileName: file.name, staged, upload: id });
  } catch (error) {
    // Before the transaction locks the upload, it may end and its bytes may be removed while they are read.
    if (error instanceof Failure || (await catalog.uploads.find(id))?.file) throw error;
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
 * Returns whether the last part of a URL is this file's name. The id alone identifies the upload, so the name may be
 * encoded by any rule or not at all: Go's `url.JoinPath` does not encode the `%3a` of a name, and others do not encode
 * `#` and `?`.
 */
function isNameInUrl(name: string, written: string): boolean {
  return written === name || decoded(written) === name || decoded(written) === decoded(name);
}

/** Returns the text itself if it is not percent-encoded UTF-8. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function unusable(): Failure {
  return new Failure('unusable-upload', unusableUpload);
}

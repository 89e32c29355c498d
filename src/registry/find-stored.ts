import type { Blob, Registry } from '../model/records.ts';
import type { Larder } from './larder.ts';

/** Bytes of a registry. */
export interface StoredBytes {
  readonly name: string;
  readonly blob: Blob;
  /** The finished upload that has them; undefined if a package has them. */
  readonly upload: string | undefined;
}

/**
 * Returns bytes of a package, or of a finished upload, of the registry by their SHA-256 or SHA-512; undefined if it does
 * not have them.
 */
export async function findStored(
  { catalog }: Pick<Larder, 'catalog'>,
  { id }: Pick<Registry, 'id'>,
  digest: string,
): Promise<StoredBytes | undefined> {
  const sha256 = digest.length === lengthOfSha512 ? await catalog.blobs.sha256Of(digest) : digest;
  if (sha256 === undefined) return undefined;
  const file = await catalog.packages.findFileBySha256(id, sha256);
  if (file) return { name: file.name, blob: file.blob, upload: undefined };
  const upload = await catalog.uploads.findNamed(id, sha256, new Date());
  return upload?.file ? { ...upload.file, upload: upload.id } : undefined;
}

/** In hexadecimal digits. */
const lengthOfSha512 = 128;

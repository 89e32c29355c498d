/** Packages for the catalog, with the entries that a server reads from their files. */
import { createHash } from 'node:crypto';
import type { Read } from '../../../src/registry/ecosystem.ts';
import type { CatalogPackage } from './catalog-rows.ts';

interface StoredFile {
  readonly fileName: string;
  /** Where the bytes are stored. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export async function readPackage(read: Read, { fileName, path, bytes }: StoredFile): Promise<CatalogPackage> {
  const digest = (algorithm: string): string => createHash(algorithm).update(bytes).digest('hex');
  const digests = { sha256: digest('sha256'), sha512: digest('sha512') };
  const size = bytes.length;
  const files = [{ name: fileName, path, size, digests }] as const;
  const { name, version, variant, metadata, entries } = await read({
    files,
    claims: {},
    stored: () => Promise.resolve(undefined),
  });
  return { name, version, variant: variant ?? '', metadata, fileName, digests, size, entries };
}

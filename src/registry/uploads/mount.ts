/** Gives a registry bytes of another one: a record, not a copy. */
import { v7 as uuid } from 'uuid';
import type { Registry } from '../../model/records.ts';
import { findStored } from '../find-stored.ts';
import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';
import { finishedExpiryOf } from './sessions.ts';

/**
 * Returns whether the registry has the bytes afterwards: it had them, or `source` has them. They are like a finished
 * upload. `digest` is their SHA-256 or SHA-512. The caller may read `source`.
 */
export async function mountBytes(
  larder: Larder,
  registry: Registry,
  { digest, source }: { readonly digest: string; readonly source: Registry | undefined },
): Promise<boolean> {
  if (await findStored(larder, registry, digest)) return true;
  const stored = source && (await findStored(larder, source, digest));
  if (!stored) return false;
  const { sha256 } = stored.blob.digests;
  const { id: registryId, ecosystem } = registry;
  const upload = { id: uuid(), registryId, ecosystem, expiresAt: finishedExpiryOf(larder), name: sha256 };
  return await larder[writable].uploads.insertExisting({ ...upload, file: { name: sha256, blob: stored.blob } });
}

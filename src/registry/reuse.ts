/** Reuse of deleted versions: for some time with different bytes, afterwards only with the same bytes. */
import type { DeletedBefore } from '../storage/releases.ts';
import type { Package, Registry } from '../model/records.ts';
import { Failure } from '../model/failure.ts';
import type { Larder } from './larder.ts';

/** Returns a time. A version that was deleted before it can only be published with the same bytes. */
export function reusableSince({ reuseHours }: Pick<Larder, 'reuseHours'>): Date {
  return new Date(Date.now() - reuseHours * 60 * 60 * 1000);
}

/** Returns the failure for a deleted version with different bytes. It includes the digest of the original bytes. */
export function versionDeleted(
  { name, version, variant }: Pick<Package, 'name' | 'version' | 'variant'>,
  { slug }: Registry,
  { digests: { sha256, sha512 }, deletedAt }: DeletedBefore,
): Failure {
  const title = `${name} ${version}${variant === null ? '' : ` (${variant})`}`;
  const at = `${deletedAt.toISOString().slice(0, 19)}Z`;
  const was = `${title} was deleted from registry "${slug}" at ${at} and had different bytes.`;
  return new Failure('version-deleted', `${was} Publish the original bytes, or another version.`, {
    members: { url: null, digests: { sha256, sha512 } },
  });
}

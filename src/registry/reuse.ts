/** Deleted versions: for some time they may be published again with other bytes, then with the same bytes only. */
import type { DeletedBefore } from '../storage/catalog.ts';
import type { Package, Registry } from '../model/records.ts';
import { RegistryError } from '../model/failure.ts';
import type { Larder } from './larder.ts';

/** Returns the time before which a deletion binds a version to its bytes. */
export function reusableSince({ reuseHours }: Pick<Larder, 'reuseHours'>): Date {
  return new Date(Date.now() - reuseHours * 60 * 60 * 1000);
}

/** Says which version cannot be published with other bytes any more, and what its bytes were. */
export function versionDeleted(
  { name, version, variant }: Pick<Package, 'name' | 'version' | 'variant'>,
  { slug }: Registry,
  { digests: { sha256, sha512 }, deletedAt }: DeletedBefore,
): RegistryError {
  const title = `${name} ${version}${variant === null ? '' : ` (${variant})`}`;
  const at = `${deletedAt.toISOString().slice(0, 19)}Z`;
  const was = `${title} was deleted from registry "${slug}" at ${at}, with other bytes.`;
  return new RegistryError('version-deleted', `${was} Publish those, or another version.`, {
    members: { url: null, digests: { sha256, sha512 } },
  });
}

/** The failure of a publication whose package exists. */
import { Failure } from '../model/failure.ts';
import { titleOf } from '../model/package-title.ts';
import type { Package } from '../model/records.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Urls } from './urls.ts';

/** Includes the existing package, so that a retry can detect that the first attempt succeeded. */
export function packageExists(
  { organization, registry }: RegistryRef,
  { id, digests: { sha256, sha512 } }: Package,
  urls: Urls,
  detail: string,
): Failure {
  const url = urls.of('getPackage', { organization: organization.slug, registry: registry.slug, package: id });
  return new Failure('package-exists', detail, { members: { url, digests: { sha256, sha512 } } });
}

/** Returns the beginning of a sentence, such as `hello 1.0 (amd64) already exists in registry "debs"`. */
export function alreadyExists(pkg: Package, { slug }: RegistryRef['registry']): string {
  return `${titleOf(pkg)} already exists in registry "${slug}"`;
}

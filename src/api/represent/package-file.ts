/** Converts files of packages to their schema in the API. */
import type { components } from '../../../generated/api.ts';
import type { Package } from '../../model/records.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { ListedFile } from '../../registry/list-files.ts';
import type { Urls } from '../../serving/urls.ts';
import { urlOf, webUrlOf } from './package.ts';

/** A file with a package of its own is downloaded from that. */
export function asPackageFile(shelf: RegistryRef, file: ListedFile, urls: Urls): components['schemas']['PackageFile'] {
  const { name, role, mediaType, blob, metadata, package: pkg, packageId } = file;
  const { size, digests } = blob;
  const { organization, registry } = shelf;
  const path = { organization: organization.slug, registry: registry.slug, package: pkg?.id ?? packageId };
  return {
    name,
    role,
    media_type: mediaType,
    size,
    digests: { sha256: digests.sha256, sha512: digests.sha512 },
    metadata,
    package: pkg === undefined ? null : asPackageOfFile(shelf, pkg, urls),
    url: urls.of('getPackageFile', { ...path, file: name }),
  };
}

function asPackageOfFile(shelf: RegistryRef, pkg: Package, urls: Urls): components['schemas']['PackageOfFile'] {
  return { id: pkg.id, url: urlOf(shelf, pkg, urls), web_url: webUrlOf(shelf, pkg, urls) };
}

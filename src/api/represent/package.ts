/** Converts packages to their schemas in the API. */
import type { components } from '../../../generated/api.ts';
import type { Package } from '../../model/records.ts';
import type { RegistryRef, RegistrySlugs } from '../../model/registry-ref.ts';
import type { Urls } from '../../serving/urls.ts';
import { asOrganizationReference } from './organization.ts';
import { asRegistryReference } from './registry.ts';
import { asTime } from '../../serving/time.ts';

export function asPackage(shelf: RegistryRef, pkg: Package, urls: Urls): components['schemas']['Package'] {
  return {
    ...asPackageListItem(shelf, pkg, urls),
    organization: asOrganizationReference(shelf.organization, urls),
    registry: asRegistryReference(shelf.organization, shelf.registry, urls),
  };
}

export function asPackageListItem(
  shelf: RegistryRef,
  pkg: Package,
  urls: Urls,
): components['schemas']['PackageListItem'] {
  const { id, name, version, variant, metadata, digests, standing, notice, tags } = pkg;
  return {
    id,
    url: urlOf(shelf, pkg, urls),
    web_url: webUrlOf(shelf, pkg, urls),
    name,
    version,
    variant,
    metadata,
    digests: { sha256: digests.sha256, sha512: digests.sha512 },
    standing,
    notice,
    tags,
    created_at: asTime(pkg.createdAt),
    published_by: pkg.publishedBy,
  };
}

/** Returns the URL of a package in the API. */
export function urlOf({ organization, registry }: RegistrySlugs, { id }: Pick<Package, 'id'>, urls: Urls): string {
  return urls.of('getPackage', { organization: organization.slug, registry: registry.slug, package: id });
}

/** Returns the URL of its page. */
export function webUrlOf({ organization, registry }: RegistrySlugs, { id }: Pick<Package, 'id'>, urls: Urls): string {
  return urls.of('showPackage', { organization: organization.slug, registry: registry.slug, package: id });
}

/** The URLs of pages. */
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Urls } from '../serving/urls.ts';
import type { Package } from '../model/records.ts';
import type { Crumb } from './layout.ts';

export function registryUrl(
  { organization, registry }: RegistryRef,
  urls: Urls,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  return urls.of('showRegistry', { organization: organization.slug, registry: registry.slug }, query);
}

export function packageUrl({ organization, registry }: RegistryRef, { id }: Pick<Package, 'id'>, urls: Urls): string {
  return urls.of('showPackage', { organization: organization.slug, registry: registry.slug, package: id });
}

export function downloadUrl(ref: RegistryRef, { id }: Pick<Package, 'id'>, file: string, urls: Urls): string {
  const path = { organization: ref.organization.slug, registry: ref.registry.slug, package: id, file };
  return urls.of('getDownload', path);
}

/** Returns the breadcrumbs from the organization to the registry. */
export function crumbsTo(shelf: RegistryRef, urls: Urls): readonly Crumb[] {
  const { organization, registry } = shelf;
  return [
    { text: organization.name, url: urls.of('showOrganization', { organization: organization.slug }) },
    { text: registry.name, url: registryUrl(shelf, urls) },
  ];
}

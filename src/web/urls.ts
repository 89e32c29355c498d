/** The URLs of pages and of native clients. */
import type { NativeRegistry } from '../serving/instructions.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Context } from '../serving/env.ts';
import type { Urls } from '../serving/urls.ts';
import type { Package } from '../model/records.ts';
import { unsigned } from '../registry/documents.ts';
import type { Crumb } from './layout.ts';

export function registryUrl(
  { organization, registry }: RegistryRef,
  urls: Urls,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const url = urls.web('organizations', organization.slug, 'packages', 'registries', registry.slug);
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `${url}?${pairs.join('&')}` : url;
}

export function packageUrl({ organization, registry }: RegistryRef, { id }: Pick<Package, 'id'>, urls: Urls): string {
  return urls.web('organizations', organization.slug, 'packages', 'registries', registry.slug, 'packages', id);
}

/** The URLs of a registry for native clients. */
export async function homeOf(
  { organization, registry }: RegistryRef,
  { larder, urls }: Context,
): Promise<NativeRegistry> {
  const { signing } = larder.ecosystems[registry.ecosystem];
  const key = signing === unsigned ? undefined : await larder.catalog.registries.signingKey(registry.id);
  return {
    url: urls.web(organization.slug, registry.slug),
    slug: registry.slug,
    public: registry.public,
    keyFingerprint: key && signing.fingerprint(key.publicKey),
  };
}

/** Returns the breadcrumbs from the organization to the registry. */
export function crumbsTo(shelf: RegistryRef, urls: Urls): readonly Crumb[] {
  const { organization, registry } = shelf;
  return [
    { text: organization.name, url: urls.web('organizations', organization.slug) },
    { text: registry.name, url: registryUrl(shelf, urls) },
  ];
}

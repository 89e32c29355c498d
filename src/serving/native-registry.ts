/** A registry as its clients see it, for instructions. */
import type { RegistryRef } from '../model/registry-ref.ts';
import { unsigned } from '../registry/documents.ts';
import type { Context } from './env.ts';
import type { NativeRegistry } from './instructions.ts';

export async function nativeRegistryOf(
  { organization, registry }: RegistryRef,
  { larder, urls }: Context,
): Promise<NativeRegistry> {
  const { signing } = larder.ecosystems[registry.ecosystem];
  const { registries } = larder.catalog;
  const keys = signing === unsigned ? [] : await registries.signingKeys(registry.id, new Date());
  return {
    publicUrl: urls.base,
    organization: organization.slug,
    registry: registry.slug,
    ecosystem: registry.ecosystem,
    public: registry.public,
    keys: keys.map(({ publicKey, ...key }) => ({ ...key, fingerprint: signing.fingerprint(publicKey) })),
  };
}

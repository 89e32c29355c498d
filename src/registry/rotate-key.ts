/** Replaces the signing key of a registry. */
import { Failure } from '../model/failure.ts';
import { mostSigningKeys } from '../model/limits.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/**
 * Creates a new key. The old ones sign together with it until `oldUntil`, or until they expire. Throws `no-signing-key` if
 * the ecosystem has none, `too-many-keys`, or `not-found` if the registry was deleted meanwhile.
 */
export async function rotateKey(larder: Larder, ref: RegistryRef, oldUntil: Date): Promise<void> {
  const { [writable]: catalog, ecosystems } = larder;
  const { id, slug, ecosystem } = ref.registry;
  const key = await ecosystems[ecosystem].signing.createKey({ organization: ref.organization.slug, registry: slug });
  if (key === undefined) {
    const reason = `because clients of the ecosystem ${ecosystem} check no signatures`;
    throw new Failure('no-signing-key', `Registry "${slug}" has no signing key, ${reason}.`);
  }
  const added = await catalog.registries.addSigningKey(id, { key, now: new Date(), oldUntil, most: mostSigningKeys });
  if (added === undefined) throw new Failure('not-found', `Registry "${slug}" has been deleted.`);
  if (!added) {
    const remedy = 'Wait until one expires, or set old_keys_expire_in_days to 0.';
    throw new Failure(
      'too-many-keys',
      `Registry "${slug}" has ${mostSigningKeys} signing keys, the maximum. ${remedy}`,
    );
  }
}

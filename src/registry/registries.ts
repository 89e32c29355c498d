/** Creates, changes and deletes registries. */
import { v7 as uuid } from 'uuid';
import type { EcosystemId } from '../model/values.ts';
import { storageFailureOf } from '../storage/failures.ts';
import type { Organization, Registry, RegistryChanges } from '../model/records.ts';
import { clearRegistry } from './clear-registries.ts';
import { Failure } from '../model/failure.ts';
import type { Larder } from './larder.ts';
import { slugOf } from '../model/slug.ts';
import { writable } from './writable.ts';

/** The settings of a new registry. Absent and null values are empty. */
export interface RegistrySettings extends Omit<RegistryChanges, 'slug'> {
  readonly name: string;
  readonly ecosystem: EcosystemId;
}

/** Creates an empty registry and the key that signs its index. Throws `slug-taken`. */
export async function createRegistry(
  { [writable]: catalog, ecosystems, reservedRegistrySlugs }: Larder,
  organization: Organization,
  { name, ecosystem, ...settings }: RegistrySettings,
): Promise<Registry> {
  const slug = slugOf(name);
  checkSlug(slug, reservedRegistrySlugs);
  const now = new Date();
  const registry: Registry = {
    id: uuid(),
    organizationId: organization.id,
    slug,
    name,
    ecosystem,
    description: null,
    emoji: null,
    color: null,
    public: false,
    oidcPolicy: null,
    teamIds: [],
    ...settings,
    revision: 0,
    keyNumber: 0,
    createdAt: now,
    updatedAt: now,
  };
  const { registries } = catalog;
  if (await registries.find(organization.id, slug)) throw slugTaken(slug);
  if (await registries.isBeingDeleted(organization.id, slug)) throw slugStillTaken(slug);
  const key = await ecosystems[ecosystem].signing.createKey({ organization: organization.slug, registry: slug });
  if (!(await registries.insert(registry, key))) throw slugTaken(slug);
  return registry;
}

/** Changes the specified settings. Throws `slug-taken`, or `not-found` if the registry was deleted meanwhile. */
export async function updateRegistry(
  { [writable]: catalog, reservedRegistrySlugs }: Larder,
  registry: Registry,
  changes: Omit<RegistryChanges, 'slug'>,
): Promise<Registry> {
  const { name } = changes;
  const slug = name === undefined ? registry.slug : slugOf(name);
  if (slug !== registry.slug) checkSlug(slug, reservedRegistrySlugs);
  const updated = await catalog.registries.update(registry.id, { ...changes, slug }, new Date());
  if (updated === 'slug-taken') {
    const isBeingDeleted = await catalog.registries.isBeingDeleted(registry.organizationId, slug);
    throw isBeingDeleted ? slugStillTaken(slug) : slugTaken(slug);
  }
  if (!updated) throw new Failure('not-found', `Registry "${registry.slug}" has been deleted.`);
  return updated;
}

/** The number of batches that a deletion waits for: enough for a registry with a few hundred packages. */
const batchesWithReply = 20;

/**
 * Deletes a registry with all its packages. It is no longer visible from here on. Housekeeping removes the rest of its
 * records, after which its slug can be reused. Throws `not-found` if it was already deleted.
 */
export async function deleteRegistry(larder: Larder, registry: Registry): Promise<void> {
  if (!(await larder[writable].registries.delete(registry.id)))
    throw new Failure('not-found', `Registry "${registry.slug}" has been deleted.`);
  try {
    await clearRegistry(larder, registry.id, { mostBatches: batchesWithReply });
  } catch (error) {
    // The registry is deleted; housekeeping removes its records.
    if (storageFailureOf(error) === undefined) throw error;
  }
}

function checkSlug(slug: string, reserved: ReadonlySet<string>): void {
  if (!reserved.has(slug)) return;
  const detail = `The slug "${slug}", which this name gives, is needed for URLs of the server. Choose another name.`;
  throw new Failure('slug-taken', detail);
}

function slugStillTaken(slug: string): Failure {
  const detail = `A registry with the slug "${slug}" is being deleted. Try again later, or choose another name.`;
  return new Failure('slug-taken', detail);
}

function slugTaken(slug: string): Failure {
  const detail = `The slug "${slug}", derived from this name, is already taken. Choose another name.`;
  return new Failure('slug-taken', detail);
}

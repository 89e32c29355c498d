/** The life of a registry. */
import { v7 as uuid } from 'uuid';
import type { EcosystemId } from '../ecosystems/ecosystem.ts';
import type { Organization, Registry, RegistryChanges } from '../storage/records.ts';
import { RegistryError } from './errors.ts';
import type { Larder } from './larder.ts';
import { slugOf } from './slug.ts';

/** What a registry is made of; what is absent or null starts empty. */
export interface RegistrySettings extends Omit<RegistryChanges, 'slug'> {
  readonly name: string;
  readonly ecosystem: EcosystemId;
}

/** Makes an empty registry, and the key that signs its index. Throws `slug-taken`. */
export async function createRegistry(
  { catalog, ecosystems }: Larder,
  organization: Organization,
  { name, ecosystem, ...settings }: RegistrySettings,
): Promise<Registry> {
  const slug = slugOf(name);
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
    createdAt: now,
    updatedAt: now,
  };
  if (await catalog.registries.find(organization.id, slug)) throw slugTaken(slug);
  const key = await ecosystems[ecosystem].index?.createSigningKey({ organization: organization.slug, registry: slug });
  if (!(await catalog.registries.insert(registry, key))) throw slugTaken(slug);
  return registry;
}

/** Changes what is named. Throws `slug-taken`, or `not-found` when the registry has gone meanwhile. */
export async function updateRegistry(
  { catalog }: Larder,
  registry: Registry,
  changes: Omit<RegistryChanges, 'slug'>,
): Promise<Registry> {
  const { name } = changes;
  const slug = name === undefined ? registry.slug : slugOf(name);
  const updated = await catalog.registries.update(registry.id, { ...changes, slug }, new Date());
  if (updated === 'slug-taken') throw slugTaken(slug);
  if (!updated) throw new RegistryError('not-found', `Registry "${registry.slug}" has been deleted.`);
  return updated;
}

function slugTaken(slug: string): RegistryError {
  const detail = `Another registry has the slug "${slug}", which this name gives too. Choose another name.`;
  return new RegistryError('slug-taken', detail);
}

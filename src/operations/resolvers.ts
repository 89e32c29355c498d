/** Finds what path parameters of the API name, for a caller who may see it: what belongs to the token's organization. */
import type { Resolvers } from '../contract/service.ts';
import { RegistryError } from '../registry/errors.ts';
import type { Larder } from '../registry/larder.ts';
import type { LarderSurroundings } from './surroundings.ts';

export function createResolvers({ catalog }: Larder): Resolvers<LarderSurroundings> {
  return {
    organization: async (slug, _, caller) => {
      const { organization } = caller();
      if (organization.slug !== slug) throw missing('organization', slug);
      return organization;
    },
    registry: async (slug, { organization }) => {
      const registry = organization && (await catalog.registries.find(organization.id, slug));
      if (!registry) throw missing('registry', slug);
      return registry;
    },
    package: async (id, { registry }) => {
      const found = registry && (await catalog.packages.find(registry.id, id));
      if (!found) throw missing('package', id);
      return found;
    },
  };
}

/** What is not there, and what the caller may not see, look the same. */
export function missing(kind: 'organization' | 'registry' | 'package' | 'file', name: string): RegistryError {
  return new RegistryError('not-found', `There is no ${kind} "${name}" here, or the token may not see it.`);
}

/** Finds what path parameters of the API name, for a caller who may see it: what belongs to the token's organization. */
import type { Resolvers } from '../contract/service.ts';
import type { Caller } from '../registry/callers.ts';
import { RegistryError } from '../model/failure.ts';
import type { Larder } from '../registry/larder.ts';
import { checkUnexpired } from '../registry/uploads.ts';
import type { Registry } from '../model/records.ts';
import type { LarderSurroundings } from './env.ts';

export function createResolvers({ catalog }: Larder): Resolvers<LarderSurroundings> {
  return {
    organization: async (slug, _, caller) => {
      const { organization } = caller();
      if (organization.slug !== slug) throw missing('organization', slug);
      return organization;
    },
    registry: async (slug, { organization }, caller) => {
      const registry = organization && (await catalog.registries.find(organization.id, slug));
      if (!registry || !reaches(caller(), registry)) throw missing('registry', slug);
      return registry;
    },
    package: async (id, { registry }) => {
      const found = registry && (await catalog.packages.find(registry.id, id));
      if (!found) throw missing('package', id);
      return found;
    },
    registry_token: async (id, { registry }) => {
      const found = registry && (await catalog.tokens.findOfRegistry(registry.id, id));
      if (!found) throw missing('registry token', id);
      return found;
    },
    access_token: async (id, _, caller) => {
      const found = await catalog.tokens.findAccess(caller().organization.id, id);
      if (!found) throw missing('access token', id);
      return found;
    },
    upload: async (id) => {
      const found = await catalog.uploads.find(id);
      if (!found) throw missing('upload', id);
      checkUnexpired(found);
      return found;
    },
  };
}

/** Whether a caller may see a registry of the organization: a registry token and an OIDC token see their own only. */
export function reaches({ registryId }: Caller, { id }: Registry): boolean {
  return registryId === null || registryId === id;
}

type Kind = 'organization' | 'registry' | 'package' | 'file' | 'registry token' | 'access token' | 'upload';

/** What is not there, and what the caller may not see, look the same. */
export function missing(kind: Kind, name: string): RegistryError {
  return new RegistryError('not-found', `There is no ${kind} "${name}" here, or the token may not see it.`);
}

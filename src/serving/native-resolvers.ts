/**
 * Resolves the path parameters of native URLs. Public registries can be read without credentials. Everything else
 * responds with 401 to anonymous requests, whether it exists or not: many clients send credentials only after a 401,
 * and the response does not reveal what exists.
 */
import type { Resolvers } from '../contract/service.ts';
import { createResolvers, missing, reaches } from './resolvers.ts';
import type { LarderEnv } from './env.ts';
import { resolveNamespace } from './namespace.ts';
import { Failure } from '../model/failure.ts';
import { findUpload } from '../registry/uploads/sessions.ts';
import type { Larder } from '../registry/larder.ts';
import type { Organization } from '../model/records.ts';
import type { EcosystemId } from '../model/values.ts';

/**
 * Returns a placeholder for an organization that does not exist. It has no registries and no members, so its look-ups
 * and failures are the same as for an organization of other users, and so is the time that they take.
 */
function nobodys(slug: string): Organization {
  return { id: '', slug, name: slug, createdAt: new Date(0) };
}

/** With `ecosystems`, registries of other ecosystems are not found. */
export function createNativeResolvers(larder: Larder, ecosystems?: readonly EcosystemId[]): Resolvers<LarderEnv> {
  const { catalog } = larder;
  const places: Pick<Resolvers<LarderEnv>, 'organization' | 'registry'> = {
    organization: async (slug) => (await catalog.organizations.find(slug)) ?? nobodys(slug),
    registry: async (slug, { organization }, caller) => {
      const registry = organization && (await catalog.registries.find(organization.id, slug));
      const speaksThis =
        ecosystems === undefined || (registry !== undefined && ecosystems.includes(registry.ecosystem));
      if (registry?.public && speaksThis) return registry;
      const who = caller();
      if ('grants' in who && who.by === null) throw new Failure('unauthenticated', anonymousGrant);
      const belongs = who.organization.id === organization?.id;
      // The same failure as for a missing organization, so that the existence of others is not revealed.
      if (organization && !belongs) throw missing('organization', organization.slug);
      if (!registry || !speaksThis || !reaches(who, registry)) throw missing('registry', slug);
      return registry;
    },
  };
  return {
    ...createResolvers(larder),
    ...places,
    namespace: resolveNamespace(larder, places),
    // An upload belongs to the registry in the URL.
    upload: async (id, { registry }) => {
      if (registry === undefined) throw missing('upload', id);
      return await findUpload(larder, registry, id);
    },
  };
}

const anonymousGrant = 'The token was requested without credentials. Log in, then request another one.';

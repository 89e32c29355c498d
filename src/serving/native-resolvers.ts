/**
 * Finds what the paths of native URLs name. Anyone may read a public registry. Everything else asks strangers for
 * credentials, whether it exists or not: many clients send none before they are asked, and a stranger learns nothing.
 */
import type { Resolvers } from '../contract/service.ts';
import { createResolvers, missing, reaches } from './resolvers.ts';
import type { LarderSurroundings } from './env.ts';
import type { Larder } from '../registry/larder.ts';
import type { Organization } from '../model/records.ts';
import type { EcosystemId } from '../model/values.ts';

/**
 * Stands for an organization that does not exist. It has no registries and no members, so that everything asked of it is
 * looked up and refused as with an organization of others, and the time that this takes tells nothing either.
 */
function nobodys(slug: string): Organization {
  return { id: '', slug, name: slug, createdAt: new Date(0) };
}

/** With `ecosystems`, registries of other ones are as good as not there. */
export function createNativeResolvers(
  larder: Larder,
  ecosystems?: readonly EcosystemId[],
): Resolvers<LarderSurroundings> {
  const { catalog } = larder;
  return {
    ...createResolvers(larder),
    organization: async (slug) => (await catalog.organizations.find(slug)) ?? nobodys(slug),
    registry: async (slug, { organization }, caller) => {
      const registry = organization && (await catalog.registries.find(organization.id, slug));
      const speaksThis =
        ecosystems === undefined || (registry !== undefined && ecosystems.includes(registry.ecosystem));
      if (registry?.public && speaksThis) return registry;
      const belongs = caller().organization.id === organization?.id;
      // In the words for an organization that is not there: which others this server has is nobody's business.
      if (organization && !belongs) throw missing('organization', organization.slug);
      if (!registry || !speaksThis || !reaches(caller(), registry)) throw missing('registry', slug);
      return registry;
    },
  };
}

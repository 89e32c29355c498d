/**
 * Resolves the path parameters of the API to records that the caller has access to: those of the token's organization.
 */
import type { Resolvers } from '../contract/service.ts';
import type { Caller } from '../registry/callers.ts';
import { Failure } from '../model/failure.ts';
import type { Larder } from '../registry/larder.ts';
import { checkUnexpired } from '../registry/uploads/forms.ts';
import type { Registry } from '../model/records.ts';
import type { LarderEnv } from './env.ts';
import { resolveNamespace } from './namespace.ts';

export function createResolvers({ catalog }: Larder): Resolvers<LarderEnv> {
  const places: Pick<Resolvers<LarderEnv>, 'organization' | 'registry'> = {
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
  };
  return {
    ...places,
    namespace: resolveNamespace({ catalog }, places),
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

/**
 * Returns whether a caller has access to a registry of the organization. Registry tokens and OIDC tokens have access to
 * one.
 */
export function reaches({ registryId }: Caller, { id }: Registry): boolean {
  return registryId === null || registryId === id;
}

const titles = {
  organization: 'Organization',
  registry: 'Registry',
  package: 'Package',
  file: 'File',
  blob: 'Blob',
  manifest: 'Manifest',
  tag: 'Tag',
  'registry token': 'Registry token',
  'access token': 'Access token',
  upload: 'Upload',
} as const;

/** The failure is the same if the record does not exist and if the caller has no access to it. */
export function missing(kind: keyof typeof titles, name: string): Failure {
  return new Failure('not-found', `${titles[kind]} "${name}" not found, or the token has no access to it.`);
}

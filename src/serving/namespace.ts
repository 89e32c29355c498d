/**
 * Namespaces: an organization and a registry as one segment of a URL, for protocols at the root of the server whose
 * names have no place for both.
 */
import type { Resolvers } from '../contract/service.ts';
import type { LarderEnv } from './env.ts';

/** Slugs have no two hyphens in a row, and none at their ends, so a namespace has it once. */
const SEPARATOR = '---';

interface Slugs {
  readonly organization: string;
  readonly registry: string;
}

export function joinNamespace({ organization, registry }: Slugs): string {
  return `${organization}${SEPARATOR}${registry}`;
}

/** Returns the slugs in a namespace. If it has no separator, no organization has the slug. */
export function splitNamespace(namespace: string): Slugs {
  const at = namespace.indexOf(SEPARATOR);
  if (at < 0) return { organization: '', registry: namespace };
  return { organization: namespace.slice(0, at), registry: namespace.slice(at + SEPARATOR.length) };
}

/** Returns the resolver of `{namespace}`: the same as for the organization and the registry in a path. */
export function resolveNamespace({
  organization: findOrganization,
  registry: findRegistry,
}: Pick<Resolvers<LarderEnv>, 'organization' | 'registry'>): Resolvers<LarderEnv>['namespace'] {
  return async (namespace, _, caller) => {
    const slugs = splitNamespace(namespace);
    const organization = await findOrganization(slugs.organization, {}, caller);
    const registry = await findRegistry(slugs.registry, { organization }, caller);
    return { organization, registry };
  };
}

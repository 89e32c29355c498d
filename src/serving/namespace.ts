/**
 * Namespaces: an organization and a registry as one segment of a URL, for protocols at the root of the server whose
 * names have no place for both.
 */
import type { Resolvers } from '../contract/service.ts';
import { Failure } from '../model/failure.ts';
import type { Caller } from '../registry/callers.ts';
import type { Larder } from '../registry/larder.ts';
import type { CatalogReads } from '../storage/catalog.ts';
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

/** Returns the slugs in a namespace. Without the separator, it has no organization. */
export function splitNamespace(namespace: string): Pick<Slugs, 'registry'> & Partial<Slugs> {
  const at = namespace.indexOf(SEPARATOR);
  if (at < 0) return { registry: namespace };
  return { organization: namespace.slice(0, at), registry: namespace.slice(at + SEPARATOR.length) };
}

/**
 * Returns the resolver of `{namespace}`: the same as for the organization and the registry in a path. A registry alone is
 * one of the caller's organization, or of the oldest one for anonymous callers.
 */
export function resolveNamespace(
  { catalog }: Pick<Larder, 'catalog'>,
  { organization: findOrganization, registry: findRegistry }: Pick<Resolvers<LarderEnv>, 'organization' | 'registry'>,
): Resolvers<LarderEnv>['namespace'] {
  return async (namespace, _, caller) => {
    const { organization: named, registry: slug } = splitNamespace(namespace);
    const organization = await findOrganization(named ?? (await usualOrganization(catalog, caller)), {}, caller);
    const registry = await findRegistry(slug, { organization }, caller);
    return { organization, registry };
  };
}

async function usualOrganization(
  { organizations }: Pick<CatalogReads, 'organizations'>,
  caller: () => Caller,
): Promise<string> {
  const who = callerIfKnown(caller);
  const organization = who?.organization ?? (await organizations.oldest())?.organization;
  return organization?.slug ?? '';
}

/** Returns undefined for anonymous callers, which can read public registries. */
function callerIfKnown(caller: () => Caller): Caller | undefined {
  try {
    return caller();
  } catch (error) {
    if (error instanceof Failure && error.code === 'unauthenticated') return undefined;
    throw error;
  }
}

/** Finds the registry of an image that another URL or a token names, if the caller may read it. */
import type { Registry } from '../../model/records.ts';
import type { Caller } from '../../registry/callers.ts';
import type { Larder } from '../../registry/larder.ts';
import { reaches } from '../../serving/resolvers.ts';

/** The parts of `{organization}/{registry}/{name}`. */
export interface ImageName {
  readonly organization: string;
  readonly registry: string;
  readonly name: string;
}

/** Returns undefined if the text has fewer than three segments. */
export function parseImageName(text: string): ImageName | undefined {
  const [organization = '', registry = '', ...segments] = text.split('/');
  return segments.length > 0 ? { organization, registry, name: segments.join('/') } : undefined;
}

/** Returns the registry of an image, `{organization}/{registry}/{name}`, if the caller may read the image. */
export async function findReadable(
  larder: Pick<Larder, 'catalog'>,
  caller: Caller,
  image: string,
): Promise<Registry | undefined> {
  const parts = parseImageName(image);
  const registry = parts && (await findImageRegistry(larder, parts));
  if (!registry) return undefined;
  return registry.public || canRead(caller, registry, image) ? registry : undefined;
}

function canRead(caller: Caller, registry: Registry, image: string): boolean {
  if (!belongsTo(caller, registry)) return false;
  if (!('grants' in caller)) return caller.scopes.includes('read_packages');
  return caller.grants.some(({ project, scopes }) => project === image && scopes.includes('read_packages'));
}

/** Returns whether the caller has access to the registry, with the scopes that it has. */
export function belongsTo(caller: Caller, registry: Registry): boolean {
  return caller.organization.id === registry.organizationId && reaches(caller, registry);
}

/** Returns undefined for registries that are not of OCI. */
export async function findImageRegistry(
  { catalog }: Pick<Larder, 'catalog'>,
  { organization: slug, registry: registrySlug }: ImageName,
): Promise<Registry | undefined> {
  const organization = await catalog.organizations.find(slug);
  const registry = organization && (await catalog.registries.find(organization.id, registrySlug));
  return registry && isOci(registry) ? registry : undefined;
}

export function isOci({ ecosystem }: Pick<Registry, 'ecosystem'>): boolean {
  return ecosystem === 'oci' || ecosystem === 'helm_oci';
}

/** Lists the images of all registries of an organization, in pages of bounded cost. */
import type { Organization, Registry } from '../../model/records.ts';
import type { Caller } from '../../registry/callers.ts';
import type { Larder } from '../../registry/larder.ts';
import { reaches } from '../../serving/resolvers.ts';
import { isOci } from './readable-registry.ts';

export interface ImagePage {
  /** By registry and name. */
  readonly images: readonly string[];
  /** The place in the list where the next page begins; undefined for the last page. */
  readonly next: string | undefined;
}

/** A place in the list: after an image of a registry, or, without a name, after all of them. */
interface Place {
  readonly registry: string;
  readonly name: string | undefined;
}

/**
 * The maximum number of registries of a page, which may thus have fewer images than requested: an organization may have
 * many registries without images.
 */
const mostRegistries = 100;

/** `last` is the last image of the page before, or its `next`. */
export async function listImages(
  { catalog }: Larder,
  caller: Caller,
  { last, limit }: { readonly last: string | undefined; readonly limit: number },
): Promise<ImagePage> {
  const { organization } = caller;
  const after = placeOf(last);
  const begun = after?.name === undefined ? undefined : await catalog.registries.find(organization.id, after.registry);
  const later = await laterRegistries({ catalog }, organization, after?.registry ?? '');
  const images: string[] = [];
  for (const one of begun === undefined ? later : [begun, ...later]) {
    if (!isOci(one) || !reaches(caller, one)) continue;
    const begin = one === begun && after?.name !== undefined ? { after: after.name } : {};
    const more = await catalog.projects.list(one.id, { ...begin, limit: limit + 1 - images.length });
    images.push(...more.map(({ name }) => `${organization.slug}/${one.slug}/${name}`));
    if (images.length > limit) return { images: images.slice(0, limit), next: images[limit - 1] };
  }
  const end = later.length === mostRegistries ? later.at(-1) : undefined;
  return { images, next: end && `${organization.slug}/${end.slug}` };
}

/** Returns undefined for a text that is not a place. */
function placeOf(last: string | undefined): Place | undefined {
  const [, registry, ...segments] = last?.split('/') ?? [];
  return registry === undefined ? undefined : { registry, name: segments.length > 0 ? segments.join('/') : undefined };
}

/** Returns the first registries after this slug, in the order of their slugs. */
async function laterRegistries(
  { catalog }: Pick<Larder, 'catalog'>,
  { id }: Organization,
  after: string,
): Promise<readonly Registry[]> {
  const page = { after, limit: mostRegistries };
  const lists = [
    await catalog.registries.ofEcosystem(id, 'oci', page),
    await catalog.registries.ofEcosystem(id, 'helm_oci', page),
  ];
  return lists
    .flat()
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .slice(0, mostRegistries);
}

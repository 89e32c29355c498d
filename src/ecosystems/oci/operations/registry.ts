/** Operations of the whole server: the check of credentials, and the list of images. */
import type { Caller } from '../../../registry/callers.ts';
import type { Larder } from '../../../registry/larder.ts';
import type { Registry } from '../../../model/records.ts';
import { reaches } from '../../../serving/resolvers.ts';
import { locations } from '../urls.ts';
import { nextLink } from '../next-link.ts';
import { isOci, parseImageName } from '../readable-registry.ts';
import type { OciOperations } from '../operation.ts';

export const registry: Pick<OciOperations, 'getApiSupport' | 'listRepositories'> = {
  getApiSupport: () => ({ status: 200, body: {} }),

  listRepositories: async ({ query: { n, last }, requireCaller: caller }, { larder }) => {
    const limit = Math.min(n ?? mostImages, mostImages);
    const images = await listImages(larder, caller(), { last, limit: limit + 1 });
    const shown = images.slice(0, limit);
    const hasMore = limit > 0 && images.length > limit;
    return {
      status: 200,
      headers: hasMore ? nextLink(locations.of('listRepositories', {}, { n: String(limit), last: shown.at(-1) })) : {},
      body: { repositories: shown },
    };
  },
};

const mostImages = 1000;

/** Returns the names of images after another one, by registry and name. */
async function listImages(
  { catalog }: Larder,
  caller: Caller,
  { last, limit }: { readonly last: string | undefined; readonly limit: number },
): Promise<string[]> {
  const { organization } = caller;
  const after = last === undefined ? undefined : parseImageName(last);
  const registries: Registry[] = [];
  for await (const one of catalog.registries.list(organization.id))
    if (isOci(one) && reaches(caller, one) && one.slug >= (after?.registry ?? '')) registries.push(one);
  const images: string[] = [];
  for (const one of registries.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))) {
    const begin = one.slug === after?.registry ? { after: after.name } : {};
    const page = await catalog.projects.list(one.id, { ...begin, limit: limit - images.length });
    images.push(...page.map(({ name }) => `${organization.slug}/${one.slug}/${name}`));
    if (images.length >= limit) break;
  }
  return images;
}

/** Operations of the whole server: the check of credentials, and the list of images. */
import { listImages } from '../list-images.ts';
import { nextLink } from '../next-link.ts';
import type { OciOperations } from '../operation.ts';
import { locations } from '../urls.ts';

export const registry: Pick<OciOperations, 'getApiSupport' | 'listRepositories'> = {
  getApiSupport: () => ({ status: 200, body: {} }),

  listRepositories: async ({ query: { n, last }, requireCaller: caller }, { larder }) => {
    const limit = Math.min(n ?? mostImages, mostImages);
    const { images, next } = await listImages(larder, caller(), { last, limit });
    const hasMore = limit > 0 && next !== undefined;
    return {
      status: 200,
      headers: hasMore ? nextLink(locations.of('listRepositories', {}, { n: String(limit), last: next })) : {},
      body: { repositories: images },
    };
  },
};

const mostImages = 1000;

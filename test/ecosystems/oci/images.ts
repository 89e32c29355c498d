/** The private registry of a file's tests, as clients of images name it. */
import { beforeAll } from 'vitest';
import type { TestServer } from '../../fixtures/server.ts';
import type { Home } from '../recipe.ts';
import { listed, openRegistry } from '../registries.ts';

export interface Images {
  readonly home: Home;
  /** The host and the port of the server. */
  readonly host: string;
  /** The beginning of the names of its images, `{host}/{organization}/{registry}`. */
  readonly prefix: string;
}

/** Called where the tests are described; returns a function that returns the registry while they run. */
export function useImages(server: () => TestServer, ecosystem: 'oci' | 'helm_oci' = 'oci'): () => Images {
  let images: Images | undefined;
  beforeAll(async () => {
    const home = await openRegistry(server(), { ecosystem }, 'a private');
    const { host } = new URL(server().url);
    images = { home, host, prefix: `${host}/acme/${home.slug}` };
  });
  return () => {
    if (!images) throw new Error('The registry exists only while tests run.');
    return images;
  };
}

/** Returns the packages that the API lists for an image, the newest first. */
export async function listedImages({ home }: Images, name: string) {
  return (await listed(home)).filter((pkg) => pkg.name === name);
}

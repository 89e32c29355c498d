/** Charts of helm, pushed and pulled by the client of images. */
import { bytesOf, describe, digestOf, types } from '../oci/client.ts';
import { oci } from '../oci/recipe.ts';
import type { Recipe } from '../recipe.ts';

const configType = 'application/vnd.cncf.helm.config.v1+json';
const contentType = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

export function chartOf(number: number) {
  const config = bytesOf({ apiVersion: 'v2', name: 'demo', version: `1.${number}.0+build`, description: 'A chart' });
  const content = bytesOf(`chart ${number}`);
  const manifest = bytesOf({
    schemaVersion: 2,
    mediaType: types.image,
    config: describe(config, configType),
    layers: [describe(content, contentType)],
  });
  return { manifest, digest: digestOf(manifest), blobs: [config, content] };
}

export const charts: Recipe = {
  ...oci,
  ecosystem: 'helm_oci',
  build: async (number) => {
    const { manifest, digest, blobs } = chartOf(number);
    const files = blobs.map((bytes) => ({ name: digestOf(bytes), bytes }));
    return { name: 'demo', version: digest, files: [{ name: digest, bytes: manifest }, ...files] };
  },
};

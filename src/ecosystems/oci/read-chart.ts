import { chartIdentity } from '../../formats/helm-chart.ts';
import type { Incoming, Release } from '../../registry/ecosystem.ts';
import type { JsonObject } from '../../model/values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import type { Manifest } from './manifest.ts';
import { manifestMetadata, readJson } from './metadata.ts';
import { readPush } from './read.ts';

/** Reads a chart, or a manifest about one, such as its signature. */
export async function read(incoming: Incoming): Promise<Release> {
  return await readPush(incoming, chartMetadata);
}

/** HIP-0006, "OCI Support": the media types of the config and the layers of a chart. */
const configType = 'application/vnd.cncf.helm.config.v1+json';
const contentTypes = ['application/vnd.cncf.helm.chart.content.v1.tar+gzip', 'application/tar+gzip'];

async function chartMetadata(manifest: Manifest, stored: Incoming['stored']): Promise<JsonObject> {
  const metadata = manifestMetadata(manifest);
  if (manifest.subject !== undefined) return metadata;
  const { config, layers } = manifest;
  if (config?.mediaType !== configType || !layers.some(({ mediaType }) => contentTypes.includes(mediaType)))
    throw new UnacceptableFile('The manifest is not that of a Helm chart. Push it to a registry of the ecosystem oci.');
  const chart = await readJson(config.digest, stored);
  if (chartIdentity(chart) === undefined)
    throw new UnacceptableFile('The config of the chart has no name or version. Package the chart again with helm.');
  const text = JSON.stringify(chart);
  // The value comes from JSON.
  return text.length > longestChart ? metadata : { ...metadata, chart: JSON.parse(text) as JsonObject };
}

/** In characters. The metadata of longer charts is left to their configs. */
const longestChart = 64 * 1024;

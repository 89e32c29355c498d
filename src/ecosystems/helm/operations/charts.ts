/** Lists charts, and deletes versions, at the URLs of ChartMuseum. */
import type { components } from '../../../../generated/native/helm.ts';
import { JsonStream } from '../../../contract/replies/json-stream.ts';
import { JsonText } from '../../../contract/replies/json-text.ts';
import { publisherOf } from '../../../registry/callers.ts';
import { deletePackage } from '../../../registry/delete-package.ts';
import { entriesOfName, type ListedEntry } from '../../../registry/documents/entries-of-name.ts';
import { readDocument } from '../../../registry/documents/read-document.ts';
import type { Context, LarderEnv } from '../../../serving/env.ts';
import { missing } from '../../../serving/resolvers.ts';
import { entriesIn, indexName } from '../documents.ts';
import { chartFileName } from '../file-name.ts';
import { INDEX_PART } from '../index-entry.ts';
import { newestFirst, versionText } from '../listed-version.ts';
import type { ChartOperations } from './chart-operations.ts';

type Schemas = components['schemas'];

export const charts: Pick<
  ChartOperations,
  'listCharts' | 'listChartVersions' | 'getChartVersion' | 'deleteChartVersion'
> = {
  listCharts: async ({ found }, { larder, urls }) => {
    const document = await readDocument(larder, found, { name: indexName('identity'), publicUrl: urls.base });
    if (!document) throw missing('registry', found.registry.slug);
    const entries = (): Promise<Uint8Array | AsyncIterable<Uint8Array>> =>
      Promise.resolve(document.read(entriesIn(document.size)));
    return { status: 200, body: new JsonStream<Schemas['ChartEntries']>(entries, 'identity') };
  },
  listChartVersions: async ({ found, path: { name } }, context) => {
    const versions = await offeredVersions(found, name, context);
    const text = `[${versions.map(versionText).join(',\n')}]`;
    return { status: 200, body: new JsonText<Schemas['ChartVersions']>(Buffer.from(text)) };
  },
  getChartVersion: async ({ found, path: { name, version } }, context) => {
    const versions = await offeredVersions(found, name, context);
    const one = versions.find((entry) => entry.version === version);
    if (!one) throw missing('package', `${name} ${version}`);
    return { status: 200, body: new JsonText<Schemas['ChartVersion']>(Buffer.from(versionText(one))) };
  },
  deleteChartVersion: async ({ found: { registry }, path: { name, version }, requireCaller: caller }, { larder }) => {
    const { packages } = larder.catalog;
    const query = { nameKey: name, versionKey: version, fileName: chartFileName(name, version) };
    const file = await packages.findFile(registry.id, query);
    const pkg = file && (await packages.find(registry.id, file.packageId));
    if (!pkg || !(await deletePackage(larder, registry, pkg, publisherOf(caller()))))
      throw missing('package', `${name} ${version}`);
    return { status: 200, body: { deleted: true } };
  },
};

/** Returns the offered versions of a chart, newest first. Throws `not-found` if there are none. */
async function offeredVersions(
  { registry }: Pick<LarderEnv['found'], 'registry'>,
  name: string,
  { larder }: Pick<Context, 'larder'>,
): Promise<readonly ListedEntry[]> {
  const versions = newestFirst(await entriesOfName(larder, registry.id, { part: INDEX_PART, nameKey: name }));
  if (versions.length === 0) throw missing('package', name);
  return versions;
}

/** Lists charts, and deletes versions, at the URLs of ChartMuseum. */
import type { components } from '../../../../generated/native/helm.ts';
import { JsonStream } from '../../../contract/replies/json-stream.ts';
import { JsonText } from '../../../contract/replies/json-text.ts';
import { publisherOf } from '../../../registry/callers.ts';
import { deletePackage } from '../../../registry/delete-package.ts';
import { bytesOfDocument, readDocument } from '../../../registry/documents/read-document.ts';
import type { Context, LarderEnv } from '../../../serving/env.ts';
import { missing } from '../../../serving/resolvers.ts';
import { entriesIn, indexName, versionsName } from '../documents.ts';
import { chartFileName } from '../file-name.ts';
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
  listChartVersions: async ({ found, path: { name } }, context) => ({
    status: 200,
    body: await versionsOf(found, name, context),
  }),
  getChartVersion: async ({ found, path: { name, version } }, context) => {
    const versions = (await versionsOf(found, name, context)).parse();
    const body = versions.find((one) => one.version === version);
    if (!body) throw missing('package', `${name} ${version}`);
    return { status: 200, body };
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

async function versionsOf(
  found: Pick<LarderEnv['found'], 'organization' | 'registry'>,
  name: string,
  { larder, urls }: Pick<Context, 'larder' | 'urls'>,
): Promise<JsonText<Schemas['ChartVersions']>> {
  const document = await readDocument(larder, found, { name: versionsName(name), publicUrl: urls.base });
  if (!document) throw missing('package', name);
  return new JsonText(await bytesOfDocument(document));
}

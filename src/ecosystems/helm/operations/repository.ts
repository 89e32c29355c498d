/** What helm itself requests: the index, charts and their provenance. */
import type { components } from '../../../../generated/native/helm.ts';
import { JsonStream } from '../../../contract/replies/json-stream.ts';
import { readDocument } from '../../../registry/documents/read-document.ts';
import { acceptsGzip } from '../../../serving/content-coding.ts';
import { documentReply } from '../../../serving/document-reply.ts';
import { fileReply } from '../../../serving/file-reply.ts';
import { missing } from '../../../serving/resolvers.ts';
import { Failure } from '../../../model/failure.ts';
import { quoted } from '../../../formats/quoted.ts';
import { indexName } from '../documents.ts';
import { versionInFileName } from '../file-name.ts';
import type { ChartOperations } from './chart-operations.ts';

type Index = components['schemas']['ChartIndex'];

const vary = { Vary: 'Accept-Encoding' } as const;

export const repository: Pick<
  ChartOperations,
  'getChartIndex' | 'getChartFile' | 'getFileByName' | 'getRepositoryHealth'
> = {
  getChartIndex: async ({ found, headers }, { larder, urls }) => {
    const coding = acceptsGzip(headers['accept-encoding']) ? 'gzip' : 'identity';
    const document = await readDocument(larder, found, { name: indexName(coding), publicUrl: urls.base });
    if (!document) throw missing('registry', found.registry.slug);
    const reply = documentReply(document, {}, headers);
    if (reply.status === 304) return { ...reply, headers: { ...reply.headers, ...vary } };
    const encoded = coding === 'gzip' ? ({ 'Content-Encoding': 'gzip' } as const) : {};
    const more = { ...reply.headers, ...encoded, ...vary };
    if (reply.status === 206)
      return { ...reply, headers: { ...more, 'Content-Range': reply.headers['Content-Range'] } };
    return { ...reply, headers: more, body: new JsonStream<Index>(reply.body, coding) };
  },
  getChartFile: async ({ found, path: { name, file: fileName }, headers }, { larder }) => {
    const versionKey = versionInFileName(name, fileName);
    const query = versionKey !== undefined && { nameKey: name, versionKey, fileName };
    const file = query ? await larder.catalog.packages.findFile(found.registry.id, query) : undefined;
    if (!file) throw noFile(fileName);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
  getFileByName: async ({ found, path: { file: fileName }, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileByName(found.registry.id, fileName);
    if (!file) throw noFile(fileName);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
  getRepositoryHealth: () => ({ status: 200, body: { healthy: true } }),
};

/** helm keeps the index until its user updates it, so it may request a removed version. */
function noFile(name: string): Failure {
  return new Failure(
    'not-found',
    `No file ${quoted(name)} found. It was removed, or never published. Run "helm repo update".`,
  );
}

/** The operations that installers need: packuments, manifests and tarballs. */
import type { components } from '../../../../generated/native/javascript.ts';
import { JsonStream } from '../../../contract/replies/json-stream.ts';
import { acceptsGzip } from '../../../serving/content-coding.ts';
import { documentReply } from '../../../serving/document-reply.ts';
import { fileReply, type FileConditions } from '../../../serving/file-reply.ts';
import { missing } from '../../../serving/resolvers.ts';
import type { ReadableDocument } from '../../../registry/documents/read-document.ts';
import type { PackumentCoding } from '../documents.ts';
import { ABBREVIATED_TYPE, JSON_TYPE, packumentType, type PackumentType } from '../packument-media-type.ts';
import { findPackument, readPackument, type Packument } from '../stored-packument.ts';
import { fileOfVersion } from '../tarball-name.ts';
import { versionKey } from '../version.ts';
import type { NpmOperations } from './npm-operations.ts';

type Abbreviated = components['schemas']['AbbreviatedPackument'];

type Ids = 'getPackument' | 'getVersionManifest' | 'getTarball' | 'getVisibility';

export const packages: Pick<NpmOperations, Ids> = {
  getPackument: async ({ found, path: { name }, query, headers }, context) => {
    const coding = acceptsGzip(headers['accept-encoding']) ? 'gzip' : 'identity';
    const isForChange = query.write === 'true';
    if (isForChange || packumentType(headers.accept) === JSON_TYPE) {
      const document = await findPackument(found, { form: 'whole', coding, name }, context);
      // The basis of a change is never a range or 304.
      const conditions = isForChange ? {} : headers;
      return packumentReply<typeof JSON_TYPE, Packument>(document, { type: JSON_TYPE, coding }, conditions);
    }
    const document = await findPackument(found, { form: 'abbreviated', coding, name }, context);
    return packumentReply<typeof ABBREVIATED_TYPE, Abbreviated>(document, { type: ABBREVIATED_TYPE, coding }, headers);
  },
  getVersionManifest: async ({ found, path: { name, reference } }, context) => {
    const { versions, 'dist-tags': tags } = await readPackument(found, name, context);
    const version = Object.hasOwn(tags, reference) ? tags[reference] : reference;
    const key = versionKey(version ?? '');
    const [, manifest] = Object.entries(versions).find(([one]) => versionKey(one) === key) ?? [];
    if (!manifest) throw missing('package', `${name}@${reference}`);
    return { status: 200, body: manifest };
  },
  getTarball: async ({ found, path: { name, file: fileName }, headers }, { larder }) => {
    const query = fileOfVersion(name, fileName);
    const file = query && (await larder.catalog.packages.findFile(found.registry.id, { nameKey: name, ...query }));
    if (!file) throw missing('file', fileName);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
  getVisibility: async ({ found: { registry }, path: { name } }, { larder }) => {
    const project = await larder.catalog.projects.find(registry.id, name);
    if (!project) throw missing('package', name);
    return { status: 200, body: { public: registry.public } };
  },
};

const vary = { Vary: 'Accept, Accept-Encoding' } as const;

function packumentReply<Type extends PackumentType, Body>(
  document: ReadableDocument,
  { type, coding }: { readonly type: Type; readonly coding: PackumentCoding },
  conditions: FileConditions,
) {
  const reply = documentReply(document, {}, conditions);
  if (reply.status === 304) return { ...reply, headers: { ...reply.headers, ...vary } };
  const encoded = coding === 'gzip' ? ({ 'Content-Encoding': 'gzip' } as const) : {};
  const headers = { ...reply.headers, ...encoded, ...vary };
  if (reply.status === 206)
    return { ...reply, headers: { ...headers, 'Content-Range': reply.headers['Content-Range'] }, type };
  return { ...reply, headers, type, body: new JsonStream<Body>(reply.body, coding) };
}

/** The operations for apk: the signed index of an architecture, its packages, and the key. */
import type { operations as described, parameterDefaults } from '../../../generated/native/alpine.ts';
import type { Operations } from '../../contract/operation.ts';
import type { PackageFile } from '../../model/records.ts';
import { readDocument } from '../../registry/documents/read-document.ts';
import type { Larder } from '../../registry/larder.ts';
import { keptByDigest } from '../../serving/caching.ts';
import { documentReply } from '../../serving/document-reply.ts';
import type { LarderEnv } from '../../serving/env.ts';
import { fileReply, heldReply } from '../../serving/file-reply.ts';
import { missing } from '../../serving/resolvers.ts';
import { NOARCH } from './architecture.ts';
import { indexName } from './documents.ts';
import { parseApkFileName } from './package-file-name.ts';
import { apkSigning, keyFileName } from './signing.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getApkIndex: async ({ found, path, headers }, { larder, urls }) => {
    const name = indexName(path.architecture);
    const document = await readDocument(larder, found, { name, publicUrl: urls.base });
    if (!document) throw missing('file', 'APKINDEX.tar.gz');
    return documentReply(document, {}, headers);
  },
  getApk: async ({ found, path, headers }, { larder }) => {
    const file = await findApk(larder, found.registry.id, path);
    if (!file) throw missing('file', path.file);
    return fileReply(larder.blobs, { blob: file.blob, lastModified: file.createdAt, name: path.file }, headers);
  },
  getApkFile: async ({ found, path, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileBySha256(found.registry.id, path.sha256);
    if (!file) throw missing('file', path.file);
    const stored = { blob: file.blob, lastModified: file.createdAt, name: path.file };
    return fileReply(larder.blobs, { ...stored, caching: keptByDigest(found.registry) }, headers);
  },
  getRsaKey: async ({ found: { organization, registry }, headers }, { larder }) => {
    const [newest] = await larder.catalog.registries.signingKeys(registry.id, new Date());
    if (newest === undefined) throw missing('registry', registry.slug);
    const owner = { organization: organization.slug, registry: registry.slug };
    const name = keyFileName(owner, apkSigning.fingerprint(newest.publicKey));
    return heldReply(Buffer.from(newest.publicKey), { name, lastModified: newest.createdAt }, headers);
  },
};

/** Packages of `noarch` are in the folders of all architectures. */
async function findApk(
  { catalog }: Larder,
  registryId: string,
  { architecture, file }: { readonly architecture: string; readonly file: string },
): Promise<PackageFile | undefined> {
  const named = parseApkFileName(file);
  if (named === undefined) return undefined;
  const query = { nameKey: named.name, versionKey: named.version };
  const own = await catalog.packages.mainFile(registryId, { ...query, variant: architecture });
  return own ?? (await catalog.packages.mainFile(registryId, { ...query, variant: NOARCH }));
}

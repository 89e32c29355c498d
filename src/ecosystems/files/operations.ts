/** Downloads and uploads by file name. */
import type { operations as described, parameterDefaults } from '../../../generated/native/files.ts';
import type { Operations } from '../../contract/operation.ts';
import type { Registry } from '../../model/records.ts';
import { publisherOf } from '../../registry/callers.ts';
import { keptFileName } from '../../registry/file-name.ts';
import type { Larder } from '../../registry/larder.ts';
import { publishPackage } from '../../registry/publish.ts';
import { etagOf, fileReply } from '../../serving/file-reply.ts';
import { alreadyExists, packageExists } from '../../serving/package-exists.ts';
import { checkBeforeWrite } from '../../serving/preconditions.ts';
import { missing } from '../../serving/resolvers.ts';
import type { LarderEnv } from '../../serving/env.ts';
import { checkContentDigest } from './content-digest.ts';
import { formatFileName, parseLatestName } from './file-name.ts';
import { fileUrls } from './urls.ts';
import { highestVersion } from './version.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getFile: async ({ found: { registry }, path, headers }, { larder }) => {
    const name = await storedName(larder, registry, path.file);
    const file = await larder.catalog.packages.findFileByName(registry.id, name);
    if (!file) throw missing('file', path.file);
    const reply = fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
    if (reply.status === 304) return reply;
    const digest = { 'Repr-Digest': reprDigest(file.blob.digests.sha256) };
    if (reply.status === 200) return { ...reply, headers: { ...reply.headers, ...digest } };
    return { ...reply, headers: { ...reply.headers, ...digest } };
  },
  publishFile: async ({ found, path, headers, body: { staged }, requireCaller: caller }, { larder, urls }) => {
    const { organization, registry } = found;
    checkContentDigest(headers['content-digest'], staged.digests);
    const fileName = keptFileName(path.file);
    const existing = await larder.catalog.packages.findFileByName(registry.id, fileName);
    checkBeforeWrite(headers, existing && etagOf(existing.blob));
    const publication = { fileName, staged, by: publisherOf(caller()) };
    const { outcome, package: pkg } = await publishPackage(larder, registry, publication);
    if (outcome === 'published') {
      const names = { organization: organization.slug, registry: registry.slug };
      const Location = fileUrls(urls.base).of('getFile', { ...names, file: fileName });
      const digest = reprDigest(pkg.digests.sha256);
      return { status: 201, headers: { Location, ETag: etagOf(pkg), 'Repr-Digest': digest } };
    }
    // Another request has published it since.
    checkBeforeWrite(headers, etagOf(pkg));
    throw packageExists(found, pkg, urls, `${alreadyExists(pkg, registry)}. Publish another version.`);
  },
};

/** Returns the name of the file with the highest version for one with `latest`, and others unchanged. */
async function storedName({ catalog }: Pick<Larder, 'catalog'>, { id }: Registry, name: string): Promise<string> {
  const latest = parseLatestName(name);
  if (latest === undefined) return name;
  const { basename, extension } = latest;
  const version = highestVersion(await catalog.packages.offeredVersions(id, { nameKey: basename, variant: extension }));
  return version === undefined ? name : formatFileName({ basename, version, extension });
}

/** RFC 9530, section 3, as a byte sequence (RFC 9651, section 3.3.5). */
function reprDigest(sha256: string): string {
  return `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
}

/** Downloads by file name. */
import type { operations as described, parameterDefaults } from '../../../generated/native/files.ts';
import type { Operations } from '../../contract/operation.ts';
import type { Registry } from '../../model/records.ts';
import type { Larder } from '../../registry/larder.ts';
import { fileReply } from '../../serving/file-reply.ts';
import { missing } from '../../serving/resolvers.ts';
import type { LarderEnv } from '../../serving/env.ts';
import { formatFileName, parseLatestName } from './file-name.ts';
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

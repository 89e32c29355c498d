import { fileAnswer } from '../serving/file-reply.ts';
import { missing } from '../serving/resolvers.ts';
import type { Operation } from '../serving/env.ts';

export const getPackageFile: Operation<'getPackageFile'> = async ({ found, path, headers }, { larder }) => {
  const file = await larder.catalog.packages.file(found.package.id, path.file);
  if (!file) throw missing('file', path.file);
  return fileAnswer(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
};

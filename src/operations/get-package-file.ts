import { fileAnswer } from './file-answer.ts';
import { missing } from './resolvers.ts';
import type { Operation } from './surroundings.ts';

export const getPackageFile: Operation<'getPackageFile'> = async ({ found, path, headers }, { larder }) => {
  const file = await larder.catalog.packages.file(found.package.id, path.file);
  if (!file) throw missing('file', path.file);
  return fileAnswer(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
};

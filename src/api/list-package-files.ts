import type { Operation } from '../serving/env.ts';

export const listPackageFiles: Operation<'listPackageFiles'> = async ({ found, path }, { larder, urls }) => {
  const files = await larder.catalog.packages.files(found.package.id);
  const items = files.map(({ name, blob: { size, digests } }) => ({
    name,
    size,
    digests,
    url: urls.of('getPackageFile', { ...path, file: name }),
  }));
  return { status: 200, body: { items } };
};

import { createUpload } from '../registry/uploads.ts';
import type { Operation } from '../serving/env.ts';
import { unkept } from '../serving/caching.ts';

export const createPackageUpload: Operation<'createPackageUpload'> = async ({ found }, { larder, urls }) => {
  const { upload, key, policy, signature } = await createUpload(larder, found.registry);
  const url = urls.of('storePackageUpload', { upload: upload.id });
  const form = { file_input: 'file', method: 'POST', url, data: { key, policy, signature } } as const;
  return { status: 200, headers: unkept, body: { uri: url, form } };
};

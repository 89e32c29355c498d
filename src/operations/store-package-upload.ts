import { storeUpload } from '../registry/uploads.ts';
import type { Operation } from './surroundings.ts';

export const storePackageUpload: Operation<'storePackageUpload'> = async ({ found, body }, { larder }) => {
  await storeUpload(larder, found.upload, body, body.file);
  return { status: 204 };
};

import { checkForm, storeUpload } from '../registry/uploads.ts';
import type { FormCheck, Operation } from '../serving/env.ts';

/** Anyone who knows the URL may send bytes to it, so none are kept before the form is known to be the one given out. */
export const checkUploadForm: FormCheck<'storePackageUpload'> = ({ found, body, fileName }, { larder }) =>
  checkForm(larder, found.upload, body, fileName);

export const storePackageUpload: Operation<'storePackageUpload'> = async ({ found, body }, { larder }) => {
  await storeUpload(larder, found.upload, body.key, body.file);
  return { status: 204 };
};

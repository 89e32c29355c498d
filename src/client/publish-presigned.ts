/**
 * Publishes a package with a presigned form: requests the form, sends the file to its URL without the token, and
 * publishes the uploaded file.
 */
import { operationTable } from '../../generated/operations.ts';
import type { AnswerOf } from './answer.ts';
import type { Connection } from './connection.ts';
import { unwrap } from './errors.ts';
import { fieldsOf, formOf } from './form.ts';
import type { PathOf } from './methods.ts';
import { openSource, type PackageSource } from './package-source.ts';
import {
  attestationFields,
  callOptionsOf,
  orTheSame,
  uploadOf,
  type Published,
  type PublishOptions,
} from './publish.ts';
import { encode } from './upload.ts';

/** Throws a `LarderError` if the form's host rejects the file. All other responses are those of `publish`. */
export async function publishPresigned(
  connection: Connection,
  at: PathOf<'publishPackage'>,
  source: PackageSource,
  options: PublishOptions = {},
): Promise<Published> {
  const { onProgress, sameIsSuccess = false } = options;
  const call = callOptionsOf(options);
  const toRegistry = { params: { path: at }, ...call };
  // A connection returns the responses that are described for the operation.
  const offered = (await connection(operationTable.createPackageUpload, toRegistry)) as AnswerOf<'createPackageUpload'>;
  if (offered.status !== 200) return offered;
  const { form } = offered.data;
  const file = await openSource(source);
  // Filled in here, so that the result does not depend on how the host decodes the file's name.
  const key = form.data.key.replace('${filename}', () => file.name);
  const fields = fieldsOf({ ...form.data, key });
  const storing = { url: form.url, ...call, ...uploadOf(file, { name: form.file_input, fields, onProgress }) };
  unwrap((await connection(operationTable.storePackageUpload, storing)) as AnswerOf<'storePackageUpload'>);

  const packageUrl = [form.url, ...key.split('/').map(encodeURIComponent)].join('/');
  const published = formOf([{ name: 'package_url', value: packageUrl }, ...attestationFields(options)]);
  const answer = (await connection(operationTable.publishPackage, {
    ...toRegistry,
    encode: (onSent) => encode(published, { onSent }),
  })) as Published;
  return sameIsSuccess ? orTheSame(connection, at, answer, file, options) : answer;
}

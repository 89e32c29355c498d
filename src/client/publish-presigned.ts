/**
 * Publishes a package with a presigned form: requests the form, sends the file to its URL without the token, and
 * publishes the uploaded file.
 */
import type { AnswerOf } from './answer.ts';
import type { Connection } from './connection.ts';
import { LarderError } from './errors.ts';
import { fieldsOf, formOf } from './form.ts';
import type { PathOf } from './methods.ts';
import { openSource, type PackageSource } from './package-source.ts';
import { attestationFields, orTheSame, uploadOf, type Published, type PublishOptions } from './publish.ts';
import { encode } from './upload.ts';

const path = '/v2/packages/organizations/{organization}/registries/{registry}/packages';

/** Throws a `LarderError` if the form's host rejects the file. All other responses are those of `publish`. */
export async function publishPresigned(
  connection: Connection,
  at: PathOf<'publishPackage'>,
  source: PackageSource,
  options: PublishOptions = {},
): Promise<Published> {
  const { onProgress, signal, sameIsSuccess = false } = options;
  const params = { path: at };
  // A connection returns the responses that are described for the operation at this path.
  const offered = (await connection('POST', `${path}/upload`, { params, signal })) as AnswerOf<'createPackageUpload'>;
  if (offered.status !== 200) return offered;
  const { form } = offered.data;
  const file = await openSource(source);
  // Filled in here, so that the result does not depend on how the host decodes the file's name.
  const key = form.data.key.replace('${filename}', () => file.name);
  const fields = fieldsOf({ ...form.data, key });
  const storing = { url: form.url, signal, ...uploadOf(file, { name: form.file_input, fields, onProgress }) };
  const stored = (await connection(form.method, '/uploads/{upload}', storing)) as AnswerOf<'storePackageUpload'>;
  if (stored.status !== 204) throw new LarderError(stored.status, stored.error);

  const packageUrl = [form.url, ...key.split('/').map(encodeURIComponent)].join('/');
  const published = formOf([{ name: 'package_url', value: packageUrl }, ...attestationFields(options)]);
  const answer = (await connection('POST', path, { params, signal, encode: () => encode(published) })) as Published;
  return sameIsSuccess ? orTheSame(connection, at, answer, file, signal) : answer;
}

/** Publishes a package with one request that contains the file. */
import type { AnswerOf } from './answer.ts';
import type { Connection, Sending } from './connection.ts';
import { unwrap } from './errors.ts';
import { fieldsOf, formOf, type Field } from './form.ts';
import type { PathOf } from './methods.ts';
import { openSource, type NamedFile, type PackageSource } from './package-source.ts';
import { encode, type OnProgress } from './upload.ts';

export interface PublishOptions {
  /** Not called in service workers, nor in browsers with a `fetch` of your own. */
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Treats 409 as success if the existing package is identical. Publishing is then idempotent, so it is retried. The
   * token also needs the scope to read packages.
   */
  readonly sameIsSuccess?: boolean | undefined;
  /** Attestations of how the package was built: DSSE envelopes, one line of JSON each. */
  readonly attestations?: Blob | undefined;
}

export type Published = AnswerOf<'publishPackage'>;

const path = '/v2/packages/organizations/{organization}/registries/{registry}/packages';

export async function publish(
  connection: Connection,
  at: PathOf<'publishPackage'>,
  source: PackageSource,
  options: PublishOptions = {},
): Promise<Published> {
  const { onProgress, signal, sameIsSuccess = false } = options;
  const file = await openSource(source);
  const upload = uploadOf(file, { name: 'file', fields: attestationFields(options), onProgress });
  const sending = { params: { path: at }, signal, isIdempotent: sameIsSuccess, ...upload };
  // A connection returns the responses that are described for the operation at this path.
  const answer = (await connection('POST', path, sending)) as Published;
  return sameIsSuccess ? orTheSame(connection, at, answer, file, signal) : answer;
}

/** The form's part for `attestations`. */
export function attestationFields({ attestations }: PublishOptions): readonly Field[] {
  const fields = fieldsOf({ attestation_bundle: attestations });
  return fields.map((field) => ({ ...field, fileName: 'attestations.jsonl' }));
}

interface Part {
  readonly name: string;
  /** The fields before the file. */
  readonly fields: readonly Field[];
  readonly onProgress: OnProgress | undefined;
}

/**
 * Returns a form whose last part is the file: its body, built for each attempt, and whether there may be several
 * attempts.
 */
export function uploadOf(
  file: NamedFile,
  { name, fields, onProgress }: Part,
): Pick<Sending, 'encode' | 'isRepeatable'> {
  const form = formOf([...fields, { name, value: file, fileName: file.name }]);
  return { encode: () => encode(form, onProgress), isRepeatable: file.isRepeatable };
}

/** Returns the existing package instead of a 409 if it is identical. Throws a `LarderError` if it cannot be read. */
export async function orTheSame(
  connection: Connection,
  at: PathOf<'publishPackage'>,
  answer: Published,
  file: NamedFile,
  signal: AbortSignal | undefined,
): Promise<Published> {
  if (answer.status !== 409) return answer;
  const { url, digests } = answer.error;
  if (url === null || digests.sha256 !== (await file.sha256())) return answer;
  const params = { path: { ...at, package: url.split('/').at(-1) } };
  const existing = (await connection('GET', `${path}/{package}`, { params, signal })) as AnswerOf<'getPackage'>;
  return { status: 200, data: unwrap(existing), response: existing.response };
}

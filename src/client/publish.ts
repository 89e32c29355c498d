/** Publishes a package with one request that contains the file. */
import { operationTable } from '../../generated/operations.ts';
import type { AnswerOf } from './answer.ts';
import type { Connection, Sending } from './connection.ts';
import { unwrap } from './errors.ts';
import { fieldsOf, formOf, type Field } from './form.ts';
import type { PathOf } from './methods.ts';
import type { CallOptions } from './options.ts';
import { openSource, type NamedFile, type PackageSource } from './package-source.ts';
import { encode, type OnProgress } from './upload.ts';

export interface PublishOptions extends CallOptions {
  /** Not called in service workers, nor in browsers with a `fetch` of your own. */
  readonly onProgress?: OnProgress | undefined;
  /**
   * Treats 409 as success if the existing package is identical. Publishing is then idempotent, so it is retried. The
   * token also needs the scope to read packages.
   */
  readonly sameIsSuccess?: boolean | undefined;
  /** Attestations of how the package was built: DSSE envelopes, one line of JSON each. */
  readonly attestations?: Blob | undefined;
}

export type Published = AnswerOf<'publishPackage'>;

export async function publish(
  connection: Connection,
  at: PathOf<'publishPackage'>,
  source: PackageSource,
  options: PublishOptions = {},
): Promise<Published> {
  const { onProgress, sameIsSuccess = false } = options;
  const file = await openSource(source);
  const upload = uploadOf(file, { name: 'file', fields: attestationFields(options), onProgress });
  const sending = { params: { path: at }, isIdempotent: sameIsSuccess, ...callOptionsOf(options), ...upload };
  // A connection returns the responses that are described for the operation.
  const answer = (await connection(operationTable.publishPackage, sending)) as Published;
  return sameIsSuccess ? orTheSame(connection, at, answer, file, options) : answer;
}

/** Returns the options that each of the requests has. */
export function callOptionsOf({ signal, headers, timeout }: PublishOptions): CallOptions {
  return { signal, headers, timeout };
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
  return { encode: (onSent) => encode(form, { onProgress, onSent }), isRepeatable: file.isRepeatable };
}

/** Returns the existing package instead of a 409 if it is identical. Throws a `LarderError` if it cannot be read. */
export async function orTheSame(
  connection: Connection,
  at: PathOf<'publishPackage'>,
  answer: Published,
  file: NamedFile,
  options: PublishOptions,
): Promise<Published> {
  if (answer.status !== 409) return answer;
  const { url, digests } = answer.error;
  if (url === null || digests.sha256 !== (await file.sha256())) return answer;
  const params = { path: { ...at, package: url.split('/').at(-1) } };
  const sending = { params, ...callOptionsOf(options) };
  const existing = (await connection(operationTable.getPackage, sending)) as AnswerOf<'getPackage'>;
  return { status: 200, data: unwrap(existing), response: existing.response, request: existing.request };
}

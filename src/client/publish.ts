/** Publishes a package by one request that carries the file. */
import type { AnswerOf } from './answer.ts';
import type { Connection, Encoded, Sending } from './connection.ts';
import { unwrap } from './errors.ts';
import { frameOf, type Fields, type Frame } from './form.ts';
import type { PathOf } from './methods.ts';
import { openSource, type NamedBlob, type NamedStream, type PackageSource } from './package-source.ts';
import { newSha256, sha256Of } from './sha256.ts';
import { encodeBlob, encodeStream, type OnProgress } from './upload.ts';

export interface PublishOptions {
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Takes a 409 for a success when the package that is there has the digest of this file: publishing twice then does no
   * more than publishing once, and is tried again like everything of that kind. The token must be allowed to read
   * packages too.
   */
  readonly sameIsSuccess?: boolean | undefined;
  /** How the package was built: DSSE envelopes as JSON, one a line. */
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
  const upload = await openUpload(file, { name: 'file', fields: attestationFields(options), onProgress });
  const sending = { params: { path: at }, signal, isIdempotent: sameIsSuccess, ...upload.sending };
  // A connection answers what is described for the operation at this path.
  const answer = (await connection('POST', path, sending)) as Published;
  return sameIsSuccess ? orTheSame(connection, at, answer, upload.sha256, signal) : answer;
}

/** The form's part for `attestations`. */
export function attestationFields({ attestations }: PublishOptions): Fields {
  return attestations === undefined ? [] : [['attestation_bundle', attestations, 'attestations.jsonl']];
}

interface Upload {
  /** What to send, how often it is asked for, and whether it can be asked for again. */
  readonly sending: Pick<Sending, 'encode' | 'isRepeatable'>;
  /** The file's digest, once it was sent; undefined if a stream was not read to its end. */
  sha256(): Promise<string | undefined>;
}

/** Makes a file the last part of a form. */
export async function openUpload(
  file: NamedBlob | NamedStream,
  part: { readonly name: string; readonly fields: Fields; readonly onProgress: OnProgress | undefined },
): Promise<Upload> {
  const frame: Frame = frameOf(part.fields, part.name, file.name);
  if ('blob' in file) {
    const encode = (): Encoded => encodeBlob(frame, file.blob, part.onProgress);
    return { sending: { encode }, sha256: () => sha256Of(file.blob) };
  }
  const hash = newSha256();
  const encoded = await encodeStream(frame, file, part.onProgress, hash);
  return {
    sending: { encode: () => encoded, isRepeatable: false },
    sha256: async () => hash?.digest('hex'),
  };
}

/** The package that is there in place of a 409, if it is the same file. Throws a `LarderError` if it cannot be read. */
export async function orTheSame(
  connection: Connection,
  at: PathOf<'publishPackage'>,
  answer: Published,
  sha256: Upload['sha256'],
  signal: AbortSignal | undefined,
): Promise<Published> {
  if (answer.status !== 409 || answer.error.digests.sha256 !== (await sha256())) return answer;
  const params = { path: { ...at, package: answer.error.url.split('/').at(-1) } };
  const existing = (await connection('GET', `${path}/{package}`, { params, signal })) as AnswerOf<'getPackage'>;
  return { status: 200, data: unwrap(existing), response: existing.response };
}

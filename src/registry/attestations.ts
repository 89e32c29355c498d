/**
 * Attestations of how a package was built: in-toto statements in DSSE envelopes, one line of JSON each. Format, size
 * and subject are checked. Signatures are not: readers of attestations decide whom they trust.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { StagedBlob } from '../storage/blob-store.ts';
import { Failure } from '../model/failure.ts';
import type { Larder } from './larder.ts';

/** In bytes. */
const largestBundle = 1024 * 1024;

/** Returns the name of the file with the attestations of a package's file. */
export function attestationsName(fileName: string): string {
  return `${fileName}.intoto.jsonl`;
}

/**
 * Stages and returns the statements of a staged bundle that are about the package's file, or returns the bundle itself
 * if all of them are: CI plugins send the same bundle with each file of a build. Disposing the result discards the
 * bytes unless they were adopted. Throws `unusable-attestation` if no statement is about the file.
 */
export async function stageAttestations(
  { blobs }: Pick<Larder, 'blobs'>,
  bundle: StagedBlob,
  sha256: string,
): Promise<AsyncDisposable & { readonly blob: StagedBlob }> {
  if (bundle.size > largestBundle) throw unusable(`has ${bundle.size} bytes; the maximum is ${largestBundle}`);
  const envelopes = await readEnvelopes(bundle.path);
  const about = envelopes.filter(({ subjects }) => subjects.includes(sha256));
  if (about.length === 0) throw unusable(aboutOthers(envelopes, sha256));
  if (about.length === envelopes.length) return { blob: bundle, [Symbol.asyncDispose]: async () => undefined };
  const blob = await blobs.stage(linesOf(about));
  return { blob, [Symbol.asyncDispose]: () => blob.discard() };
}

interface Envelope {
  readonly text: string;
  /** The SHA-256 digests of the files that the statement is about. */
  readonly subjects: readonly string[];
}

/** Throws `unusable-attestation` if the file has no envelope, or if a line is not an envelope of a statement. */
async function readEnvelopes(path: string): Promise<Envelope[]> {
  const envelopes: Envelope[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() !== '') envelopes.push({ text, subjects: subjectsOf(text, line) });
  }
  if (envelopes.length === 0) throw unusable('contains no envelope');
  return envelopes;
}

async function* linesOf(envelopes: readonly Envelope[]): AsyncGenerator<Uint8Array> {
  for (const { text } of envelopes) yield Buffer.from(`${text}\n`);
}

function aboutOthers(envelopes: readonly Envelope[], sha256: string): string {
  const others = [...new Set(envelopes.flatMap(({ subjects }) => subjects))];
  const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : '';
  const found = others.length === 0 ? 'no SHA-256' : `the SHA-256 ${others.slice(0, mostNamed).join(', ')}${more}`;
  return `has no statement about this file, whose SHA-256 is ${sha256}; its statements are about ${found}`;
}

/** The maximum number of digests in a message. */
const mostNamed = 10;

/** Parses a line. The envelope is DSSE, protocol version 1; its payload is in-toto Attestation Framework, version 1. */
function subjectsOf(text: string, line: number): string[] {
  const envelope = parsed(text);
  const { payload, payloadType, signatures } = envelope ?? {};
  const isEnvelope =
    typeof payload === 'string' &&
    typeof payloadType === 'string' &&
    Array.isArray(signatures) &&
    signatures.length > 0;
  if (!isEnvelope) throw unusable('must be a DSSE envelope as JSON, with payload, payloadType and signatures', line);
  const subjects = parsed(Buffer.from(payload, 'base64').toString())?.['subject'];
  if (!Array.isArray(subjects)) throw unusable('must contain an in-toto statement with a subject', line);
  return subjects.map(digestOf).filter((digest) => sha256Form.test(digest));
}

const sha256Form = /^[0-9a-f]{64}$/;

/** Returns an empty text if the subject has no SHA-256. */
function digestOf(subject: unknown): string {
  const { digest } = (subject ?? {}) as { readonly digest?: { readonly sha256?: unknown } | null };
  return typeof digest?.sha256 === 'string' ? digest.sha256 : '';
}

/** Returns undefined if the text is not a JSON object. */
function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function unusable(reason: string, line?: number): Failure {
  const at = line === undefined ? '' : `, line ${line}`;
  return new Failure('unusable-attestation', `attestation_bundle${at}: ${reason}.`);
}

/**
 * Statements of how a package was built: in-toto statements in DSSE envelopes, one a line, as JSON. Form, size and subject
 * are checked; who signed is for those who read them.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { StagedBlob } from '../storage/blob-store.ts';
import { RegistryError } from '../model/failure.ts';
import type { Larder } from './larder.ts';

/** In bytes. */
const largestBundle = 1024 * 1024;

/** The name under which a package keeps the attestations of its file. */
export function attestationsName(fileName: string): string {
  return `${fileName}.intoto.jsonl`;
}

/**
 * Returns the statements of a staged bundle that are about the package's file, staged too; the bundle itself if all of them
 * are. CI plugins send one bundle beside each file of a build, with statements about all of them. What is not adopted when
 * the result is disposed of is discarded. Throws `unusable-attestation` if no statement is about the file.
 */
export async function stageAttestations(
  { blobs }: Pick<Larder, 'blobs'>,
  bundle: StagedBlob,
  sha256: string,
): Promise<AsyncDisposable & { readonly blob: StagedBlob }> {
  if (bundle.size > largestBundle) throw unusable(`has ${bundle.size} bytes; at most ${largestBundle} can be kept`);
  const envelopes = await readEnvelopes(bundle.path);
  const about = envelopes.filter(({ subjects }) => subjects.includes(sha256));
  if (about.length === 0) throw unusable(aboutOthers(envelopes, sha256));
  if (about.length === envelopes.length) return { blob: bundle, [Symbol.asyncDispose]: async () => undefined };
  const blob = await blobs.stage(linesOf(about));
  return { blob, [Symbol.asyncDispose]: () => blob.discard() };
}

interface Envelope {
  readonly text: string;
  /** The SHA-256 of the files that its statement is about. */
  readonly subjects: readonly string[];
}

/** Throws `unusable-attestation` if there is none, or if a line is not an envelope of a statement. */
async function readEnvelopes(path: string): Promise<Envelope[]> {
  const envelopes: Envelope[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() !== '') envelopes.push({ text, subjects: subjectsOf(text, line) });
  }
  if (envelopes.length === 0) throw unusable('holds no envelope');
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

/** Digests in a message. */
const mostNamed = 10;

/** DSSE, protocol version 1: the envelope; in-toto Attestation Framework, version 1: its payload. */
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
  if (!Array.isArray(subjects)) throw unusable('must carry an in-toto statement with a subject', line);
  return subjects.map(digestOf).filter((digest) => sha256Form.test(digest));
}

const sha256Form = /^[0-9a-f]{64}$/;

/** Returns an empty text if the subject has no SHA-256. */
function digestOf(subject: unknown): string {
  const { digest } = (subject ?? {}) as { readonly digest?: { readonly sha256?: unknown } | null };
  return typeof digest?.sha256 === 'string' ? digest.sha256 : '';
}

/** Undefined for what is no JSON object. */
function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function unusable(reason: string, line?: number): RegistryError {
  const at = line === undefined ? '' : `, line ${line}`;
  return new RegistryError('unusable-attestation', `attestation_bundle${at}: ${reason}.`);
}

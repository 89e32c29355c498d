/**
 * Statements of how a package was built: in-toto statements in DSSE envelopes, one a line, as JSON. Form, size and subject
 * are checked; who signed is for those who read them.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { RegistryError } from './errors.ts';

/** In bytes. */
const largestBundle = 1024 * 1024;

/** The name under which a package keeps the attestations of its file. */
export function attestationsName(fileName: string): string {
  return `${fileName}.intoto.jsonl`;
}

/** Checks a staged bundle against the SHA-256 of the package's file. Throws `unusable-attestation`. */
export async function checkAttestations(
  bundle: { readonly path: string; readonly size: number },
  sha256: string,
): Promise<void> {
  if (bundle.size > largestBundle) throw unusable(`has ${bundle.size} bytes; at most ${largestBundle} can be kept`);
  let line = 0;
  let envelopes = 0;
  for await (const text of createInterface({ input: createReadStream(bundle.path), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    checkEnvelope(text, sha256, line);
    envelopes += 1;
  }
  if (envelopes === 0) throw unusable('holds no envelope');
}

/** DSSE, protocol version 1: the envelope; in-toto Attestation Framework, version 1: its payload. */
function checkEnvelope(text: string, sha256: string, line: number): void {
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
  if (subjects.some((subject) => digestOf(subject) === sha256)) return;
  throw unusable(`is about other files than this one, whose SHA-256 is ${sha256}`, line);
}

function digestOf(subject: unknown): unknown {
  const { digest } = (subject ?? {}) as { digest?: { sha256?: unknown } };
  return digest?.sha256;
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

/** The provenance of a version: a Sigstore bundle with an in-toto statement (SLSA, "Provenance"), published with it. */
import { isObject, objectOf, textOf } from '../../formats/json-values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import type { JsonObject, JsonValue } from '../../model/values.ts';

/** Throws `UnacceptableFile` unless the statement of a bundle is about a file with this SHA-512, in hexadecimal. */
export function checkProvenance(bundle: string, sha512: string): void {
  const { subject } = statementIn(parse(bundle));
  const subjects: readonly JsonValue[] = Array.isArray(subject) ? subject : [];
  const digests = subjects.map((one) => textOf(objectOf(objectOf(one)['digest'])['sha512']));
  if (!digests.includes(sha512)) throw unacceptable('is about another tarball');
}

/**
 * Returns the type of the predicate. Throws `UnacceptableFile` unless the text is a bundle with a statement. Does not
 * verify its signature: clients do, with keys that they trust.
 */
export function predicateTypeOf(bundle: string): string {
  const predicateType = textOf(statementIn(parse(bundle))['predicateType']);
  if (predicateType === undefined || predicateType.length > LONGEST_TYPE) throw unacceptable('has no predicate type');
  return predicateType;
}

/** In characters. */
const LONGEST_TYPE = 500;

function statementIn(bundle: JsonValue): JsonObject {
  if (!isObject(bundle)) throw unacceptable('is not a JSON object');
  const payload = textOf(objectOf(bundle['dsseEnvelope'])['payload']);
  if (payload === undefined) throw unacceptable('has no signed statement');
  return objectOf(parse(Buffer.from(payload, 'base64').toString()));
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw unacceptable('is not JSON');
  }
}

function unacceptable(what: string): UnacceptableFile {
  return new UnacceptableFile(`The provenance ${what}. Publish with "npm publish --provenance" in a supported CI.`);
}

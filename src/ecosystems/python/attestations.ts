/**
 * Checks the attestations of an upload (PEP 740): their form, and that they are about the uploaded file. Signatures are
 * not verified, because that needs the keys of a Sigstore instance: clients verify them, with keys that they trust.
 */
import { isUtf8 } from 'node:buffer';
import { X509Certificate } from 'node:crypto';
import { isObject } from '../../formats/json-values.ts';
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import type { JsonObject, JsonValue } from '../../model/values.ts';
import { isNameOf, type Release } from './file-name.ts';

const MOST_ATTESTATIONS = 10;

/** Python's readers stop at about 200. */
const DEEPEST = 32;

const STATEMENT = 'https://in-toto.io/Statement/v1';
const PUBLISH = 'https://docs.pypi.org/attestations/publish/v1';

/** A file that attestations must be about. */
export interface AttestedFile {
  readonly name: string;
  readonly sha256: string;
  readonly release: Release;
}

/**
 * Parses the field `attestations` of a form, which may be an empty list. Throws `UnacceptableFile` unless each is of
 * version 1 and about the file, and has another type of predicate.
 */
export function readAttestations(text: string, file: AttestedFile): readonly JsonObject[] {
  const list = parsed(text);
  if (!Array.isArray(list) || !list.every(isObject)) throw unusable('are not a JSON list of objects');
  checkPortable(list, 0);
  if (list.length > MOST_ATTESTATIONS) throw unusable(`are ${list.length}; the maximum is ${MOST_ATTESTATIONS}`);
  const types = list.map((attestation) => predicateTypeIn(attestation, file));
  const repeated = types.find((type, index) => types.indexOf(type) !== index);
  if (repeated !== undefined) throw unusable(`have two of the type ${quoted(repeated)}`);
  return list;
}

/** Throws `UnacceptableFile` for values that change or fail when another program reads them. */
function checkPortable(value: JsonValue, depth: number): void {
  if (depth > DEEPEST) throw unusable(`are nested more than ${DEEPEST} levels deep`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw unusable('have a number that is too large');
  if (typeof value === 'string' && !value.isWellFormed()) throw unusable('have an incomplete surrogate pair');
  if (typeof value !== 'object' || value === null) return;
  for (const name of Array.isArray(value) ? [] : Object.keys(value)) checkPortable(name, depth);
  for (const member of Object.values(value)) checkPortable(member, depth + 1);
}

/** Returns the type of the predicate. */
function predicateTypeIn(attestation: JsonObject, file: AttestedFile): string {
  if (attestation['version'] !== 1) throw unusable('have one that is not of version 1');
  checkMaterial(objectIn(attestation, 'verification_material'));
  const envelope = objectIn(attestation, 'envelope');
  bytesIn(envelope, 'signature');
  return checkStatement(bytesIn(envelope, 'statement'), file);
}

function checkMaterial(material: JsonObject): void {
  const certificate = bytesIn(material, 'certificate');
  if (!isCertificate(certificate)) throw unusable('have a "certificate" that is not a DER-encoded X.509 certificate');
  const entries = material['transparency_entries'];
  if (!Array.isArray(entries) || entries.length === 0 || !entries.every(isObject))
    throw unusable('have no list of objects "transparency_entries"');
}

/** Checks what other readers check when they parse one: Node itself reads PEM, and parses dates and keys on demand. */
function isCertificate(bytes: Buffer): boolean {
  try {
    const { raw, validFrom, validTo, publicKey } = new X509Certificate(bytes);
    return raw.equals(bytes) && Date.parse(validFrom) <= Date.parse(validTo) && publicKey.type === 'public';
  } catch {
    return false;
  }
}

/** The statement is of the in-toto Attestation Framework, version 1. */
function checkStatement(bytes: Buffer, file: AttestedFile): string {
  const statement = isUtf8(bytes) ? parsed(bytes.toString()) : undefined;
  if (!isObject(statement) || statement['_type'] !== STATEMENT)
    throw unusable(`have a statement that is not a JSON object with the "_type" ${quoted(STATEMENT)}`);
  checkPortable(statement, 0);
  const subjects = statement['subject'];
  if (!Array.isArray(subjects) || subjects.length !== 1) throw unusable('have a statement without exactly one subject');
  checkSubject(subjects[0], file);
  const { predicateType: type, predicate = null } = statement;
  if (typeof type !== 'string' || !PREDICATE_TYPE.test(type))
    throw unusable('have a statement whose "predicateType" is not a URI of at most 500 characters');
  // PyPI specifies that it has no content.
  const isEmpty = predicate === null || (isObject(predicate) && Object.keys(predicate).length === 0);
  if (type === PUBLISH && !isEmpty) throw unusable(`have a predicate of the type ${quoted(PUBLISH)} with content`);
  return type;
}

/** RFC 3986, section 3. */
const PREDICATE_TYPE = /^[a-z][a-z\d+.-]{0,30}:[\x21-\x7e]{1,469}$/i;

function checkSubject(subject: JsonValue | undefined, { name, sha256, release }: AttestedFile): void {
  const { name: named = '', digest = null } = isObject(subject) ? subject : {};
  if (typeof named !== 'string' || !isNameOf(named, name, release))
    throw unusable(`are about ${typeof named === 'string' ? quoted(named) : 'something else'}, not ${quoted(name)}`);
  const attested = isObject(digest) ? digest['sha256'] : undefined;
  if (attested === sha256) return;
  const other = typeof attested === 'string' ? `the SHA-256 ${quoted(attested)}` : 'no SHA-256';
  throw unusable(`are about a file with ${other}, but the file has ${sha256}`);
}

function objectIn(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  if (isObject(value)) return value;
  throw unusable(`have one without the object "${name}"`);
}

/** Clients break lines of base64 (RFC 4648, section 4). */
function bytesIn(parent: JsonObject, name: string): Buffer {
  const text = parent[name];
  const encoded = typeof text === 'string' ? text.replaceAll(/[\r\n]/g, '') : '';
  const bytes = Buffer.from(encoded, 'base64');
  if (encoded !== '' && bytes.toString('base64') === encoded) return bytes;
  throw unusable(`have one without "${name}" in base64`);
}

/** Returns undefined for text that is not JSON. */
function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function unusable(how: string): UnacceptableFile {
  return new UnacceptableFile(`The attestations ${how}. Sign the distribution again, or publish without attestations.`);
}

/** Reads `.PKGINFO`, which describes a package: lines of `key = value`, and comments (apk-v2(5)). */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

export interface PkgInfo {
  /** Returns the value of a key; undefined if it is missing or empty. */
  one(key: string): string | undefined;
  /** Returns the values of a key that may be repeated, in order. */
  all(key: string): readonly string[];
  /** The lines that continue the description, without their indentation. apk ignores them. */
  readonly moreDescription: readonly string[];
}

const FIELD = /^([^ \t=]+) =(?: (.*))?$/s;
const FORBIDDEN = /[^\P{Cc}\t\n]/u;
const MOST_FIELDS = 20_000;

/** Keys whose values are lists. */
const repeatable: ReadonlySet<string> = new Set(['depend', 'provides', 'install_if', 'replaces', 'triggers']);

/**
 * Returns the fields. Throws `UnacceptableFile` unless the bytes are such lines in UTF-8, and for a repeated key that has
 * no list.
 */
export function parsePkgInfo(bytes: Uint8Array): PkgInfo {
  const fields = new Map<string, string[]>();
  const moreDescription: string[] = [];
  let last: string | undefined;
  let count = 0;
  for (const line of decodeText(bytes).split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (/^[ \t]/.test(line)) {
      // nfpm indents the second line of a description, and those after it.
      if (last === 'pkgdesc') moreDescription.push(line.trim());
      continue;
    }
    const [, key, value = ''] = FIELD.exec(line) ?? [];
    if (key === undefined) throw malformed(`has the line ${quoted(line)}, which is not "key = value"`);
    const values = fields.get(key);
    if (values !== undefined && !repeatable.has(key)) throw malformed(`has ${quoted(key)} twice; remove one of them`);
    if (count++ === MOST_FIELDS) throw malformed(`has more than ${MOST_FIELDS} fields, the maximum`);
    if (values === undefined) fields.set(key, [value]);
    else values.push(value);
    last = key;
  }
  return {
    one: (key) => fields.get(key)?.[0]?.trim() || undefined,
    all: (key) => fields.get(key) ?? [],
    moreDescription,
  };
}

function malformed(what: string): UnacceptableFile {
  return new UnacceptableFile(`.PKGINFO ${what}.`);
}

function decodeText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden === null) return text;
  throw malformed(`contains the control character ${quoted(forbidden[0])}; it must be plain text with newlines only`);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new UnacceptableFile('.PKGINFO is not text in UTF-8. Write it in UTF-8.', { cause: error });
  }
}

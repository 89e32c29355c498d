/** Parses files in the format of email headers: METADATA and PKG-INFO (PEP 241 and later), and WHEEL (PEP 427). */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

/** All values of a field, in order, by its lower-case name. Continuation lines follow unchanged after newlines. */
export type Headers = ReadonlyMap<string, readonly string[]>;

// The lines that Python's `email.parser` treats as headers: a field, its continuation, or a mailbox's "From " line.
const HEADER_LINE = /^(?:From |[!-9;-~]*:|[\t ])/;
// The line separators of `email.parser`.
const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/gy;

/**
 * Returns the headers of a file like `email.parser` with its policy `compat32`, which defines core metadata. The
 * headers end at the first line that does not belong to a field: the empty line before a description, or a line that a
 * tool failed to indent. Lines without a name or before the first field are skipped. `file` is the file's name for
 * messages. Throws `UnacceptableFile` unless the file is UTF-8 text without NUL.
 */
export function parseHeaders(bytes: Uint8Array, file: string): Headers {
  const fields = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const [, line = ''] of decoded(bytes, file).matchAll(LINE)) {
    if (!HEADER_LINE.test(line)) break;
    if (/^[ \t]/.test(line)) {
      last?.push(`${last.pop() ?? ''}\n${line}`);
      continue;
    }
    last = undefined;
    const colon = line.indexOf(':');
    if (colon < 1 || line.startsWith('From ')) continue;
    const name = line.slice(0, colon).toLowerCase();
    last = fields.get(name) ?? [];
    fields.set(name, last);
    last.push(line.slice(colon + 1).trim());
  }
  return fields;
}

/**
 * Returns the value of a unique field; undefined if it is missing, empty, or has the value of old tools for "unknown".
 */
export function singleValue(headers: Headers, name: string, file: string): string | undefined {
  const [value, another] = headers.get(name.toLowerCase()) ?? [];
  if (another !== undefined) throw unacceptable(file, `has the field "${name}" twice; remove one of them`);
  return value === undefined || value === '' || value === 'UNKNOWN' ? undefined : value;
}

export function allValues(headers: Headers, name: string): readonly string[] {
  return (headers.get(name.toLowerCase()) ?? []).filter((value) => value !== '' && value !== 'UNKNOWN');
}

function decoded(bytes: Uint8Array, file: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unacceptable(file, 'is not valid UTF-8');
  }
  if (text.includes('\0')) throw unacceptable(file, 'contains a NUL character');
  return text;
}

function unacceptable(file: string, reason: string): UnacceptableFile {
  return new UnacceptableFile(`The file ${quoted(file)} ${reason}.`);
}

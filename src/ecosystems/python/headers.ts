/** Reads files of the form that email headers have: METADATA and PKG-INFO (PEP 241 and later), and WHEEL (PEP 427). */
import { quoted } from '../formats/quoted.ts';
import { UnacceptableFile } from '../unacceptable-file.ts';

/** All values of a field, in order, by its name in lower case. Continuation lines follow after newlines, as they are. */
export type Headers = ReadonlyMap<string, readonly string[]>;

const FIELD = /^([!-9;-~]+):(.*)$/s;
// Python's own parser, which pip reads with, ends lines at each of these.
const LINE_END = /\r\n|\r|\n/;

/**
 * The headers of a file up to the first empty line, behind which a description may stand. `file` is its name for
 * messages. Throws `UnacceptableFile` unless it is UTF-8 text without NUL in which every line up to there belongs to a
 * field.
 */
export function parseHeaders(bytes: Uint8Array, file: string): Headers {
  const fields = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of headerLines(decoded(bytes, file))) {
    if (/^[ \t]/.test(line)) {
      if (last === undefined) throw unacceptable(file, 'begins with an indented line instead of a field');
      last.push(`${last.pop() ?? ''}\n${line}`);
      continue;
    }
    const [, name, value] = FIELD.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw unacceptable(file, `has a line ${quoted(line)} that is neither "Field: value" nor indented`);
    }
    last = fields.get(name.toLowerCase()) ?? [];
    fields.set(name.toLowerCase(), last);
    last.push(value.trim());
  }
  return fields;
}

/** The value of a field that may come once. Undefined where it is absent, empty, or what old tools wrote for that. */
export function singleValue(headers: Headers, name: string, file: string): string | undefined {
  const [value, another] = headers.get(name.toLowerCase()) ?? [];
  if (another !== undefined) throw unacceptable(file, `has the field "${name}" twice, which may come once`);
  return value === undefined || value === '' || value === 'UNKNOWN' ? undefined : value;
}

export function allValues(headers: Headers, name: string): readonly string[] {
  return (headers.get(name.toLowerCase()) ?? []).filter((value) => value !== '' && value !== 'UNKNOWN');
}

function headerLines(text: string): string[] {
  const lines = text.split(LINE_END);
  const end = lines.indexOf('');
  return end === -1 ? lines : lines.slice(0, end);
}

function decoded(bytes: Uint8Array, file: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unacceptable(file, 'is not valid UTF-8');
  }
  if (text.includes('\0')) throw unacceptable(file, 'has a NUL character in it');
  return text;
}

function unacceptable(file: string, reason: string): UnacceptableFile {
  return new UnacceptableFile(`The file ${quoted(file)} ${reason}.`);
}

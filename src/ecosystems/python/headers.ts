/** Reads files of the form that email headers have: METADATA and PKG-INFO (PEP 241 and later), and WHEEL (PEP 427). */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

/** All values of a field, in order, by its name in lower case. Continuation lines follow after newlines, as they are. */
export type Headers = ReadonlyMap<string, readonly string[]>;

// What Python's `email.parser` takes for a line of the headers: a field, its continuation, or a mailbox's "From " line.
const HEADER_LINE = /^(?:From |[!-9;-~]*:|[\t ])/;
// It ends lines at each of these.
const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/gy;

/**
 * The headers of a file as `email.parser` reads them with its policy `compat32`, which is how core metadata is defined:
 * up to the first line that belongs to no field. That is the empty line before a description, or a line that a tool
 * failed to indent: nothing after it counts. Lines without a name, or before the first field, are skipped. `file` is the
 * file's name for messages. Throws `UnacceptableFile` unless the file is UTF-8 text without NUL.
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

/** The value of a field that may come once. Undefined where it is absent, empty, or what old tools wrote for that. */
export function singleValue(headers: Headers, name: string, file: string): string | undefined {
  const [value, another] = headers.get(name.toLowerCase()) ?? [];
  if (another !== undefined) throw unacceptable(file, `has the field "${name}" twice, which may come once`);
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
  if (text.includes('\0')) throw unacceptable(file, 'has a NUL character in it');
  return text;
}

function unacceptable(file: string, reason: string): UnacceptableFile {
  return new UnacceptableFile(`The file ${quoted(file)} ${reason}.`);
}

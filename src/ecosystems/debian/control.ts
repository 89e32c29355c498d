/** Reads the control file of a binary package: one paragraph of fields (deb822(5); deb-control(5); Policy, section 5.1). */
import { quoted } from '../formats/quoted.ts';
import { UnacceptableFile } from '../unacceptable-file.ts';

export interface ControlField {
  /** As spelled in the file; names are the same in any case. */
  readonly name: string;
  /** Its first line without white space around it, then its continuation lines as they are, each after a newline. */
  readonly value: string;
}

// Policy, section 5.1: printable ASCII without space and colon, not beginning with "#" or "-".
const FIELD = /^(?![#-])([!-9;-~]+):(.*)$/s;
// Each field is looked up by going through all of them. Real packages have less than fifty.
const MAX_FIELDS = 1000;
// The lookbehind keeps it linear: without it, a run of blanks is tried again from each of its characters.
const OUTER_BLANKS = /^[ \t]+|(?<![ \t])[ \t]+$/g;
// apt takes some of these for line ends or for space: a line could then be read as another one than it is here.
const FORBIDDEN = /[^\P{Cc}\t\n]/u;

/**
 * The fields of a control file, in order. Throws `UnacceptableFile` unless it is UTF-8 text with exactly one paragraph in
 * which every line belongs to a field and no field comes twice.
 */
export function parseControl(bytes: Uint8Array): readonly ControlField[] {
  const fields: { name: string; value: string }[] = [];
  const names = new Set<string>();
  for (const line of paragraphLines(decodeText(bytes))) {
    if (/^[ \t]/.test(line)) continueField(fields.at(-1), line);
    else fields.push(startField(line, names));
  }
  return fields;
}

/** The value of a field, whatever the case of its name; undefined where it is absent or empty. */
export function controlValue(fields: readonly ControlField[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value || undefined;
}

function decodeText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden === null) return text;
  throw new UnacceptableFile(
    `The control file contains the control character ${quoted(forbidden[0])}; it must be plain text with newlines only.`,
  );
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnacceptableFile('The control file is not valid UTF-8, which Debian control files must be.');
  }
}

/** Blank lines may stand before and after the paragraph; within, they would begin another one. */
function paragraphLines(text: string): string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => !isBlank(line));
  if (first === -1) throw new UnacceptableFile('The control file is empty; it must describe the package.');
  const paragraph = lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
  const blank = paragraph.findIndex(isBlank);
  if (blank === -1) return paragraph;
  throw new UnacceptableFile(
    `The control file has a blank line at line ${first + blank + 1}; it must be one paragraph, with " ." for blank lines inside a field.`,
  );
}

function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

function startField(line: string, names: Set<string>): { name: string; value: string } {
  const [, name, value] = FIELD.exec(line) ?? [];
  if (name === undefined || value === undefined) {
    throw new UnacceptableFile(
      `The control file has a line ${quoted(line)} that is neither "Field: value" nor indented.`,
    );
  }
  if (names.has(name.toLowerCase())) {
    throw new UnacceptableFile(`The control file has the field ${quoted(name)} twice; each field may come once.`);
  }
  names.add(name.toLowerCase());
  if (names.size > MAX_FIELDS) throw new UnacceptableFile(`The control file has more than ${MAX_FIELDS} fields.`);
  return { name, value: value.replace(OUTER_BLANKS, '') };
}

function continueField(field: { value: string } | undefined, line: string): void {
  if (field === undefined) {
    throw new UnacceptableFile(`The control file begins with an indented line ${quoted(line)} instead of a field.`);
  }
  field.value += `\n${line}`;
}

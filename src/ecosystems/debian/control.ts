/**
 * Reads control files: one paragraph of fields (deb822(5); deb-control(5); dsc(5); deb-changes(5); Policy, section 5.1).
 */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

export interface ControlField {
  /** As spelled in the file. Names are case-insensitive. */
  readonly name: string;
  /** The trimmed first line, then the unchanged continuation lines, each after a newline. */
  readonly value: string;
}

// Policy, section 5.1: printable ASCII without space and colon, not beginning with "#" or "-". dpkg accepts blanks
// after it.
const FIELD = /^(?![#-])([!-9;-~]+)[ \t]*:(.*)$/s;
// Looking up a field is a linear search. Real packages have fewer than fifty.
const MAX_FIELDS = 1000;
// The lookbehind keeps it linear: without it, matching restarts at each character of a run of blanks.
const OUTER_BLANKS = /^[ \t]+|(?<![ \t])[ \t]+$/g;
// apt treats some of these as line ends or as space, so it would read other lines than this parser.
const FORBIDDEN = /[^\P{Cc}\t\n]/u;

/** The kind of a control file, for messages. */
export type ControlKind = 'control' | '.dsc' | '.changes';

/**
 * Returns the fields of a control file, in order. Throws `UnacceptableFile` unless it is text with exactly one
 * paragraph, in which every line belongs to a field and no field is duplicate. Like dpkg, it accepts CR LF.
 */
export function parseControl(bytes: Uint8Array, kind: ControlKind = 'control'): readonly ControlField[] {
  const fields = parseFields(paragraphLines(decodeText(bytes, kind), kind), kind);
  const last = fields.at(-1);
  // dpkg looks for the value on the next line, and rejects a file that has none.
  if (last?.value === '')
    throw new UnacceptableFile(`The ${kind} file ends with the empty field ${quoted(last.name)}; remove it.`);
  return fields;
}

/** Returns the fields in the lines of one paragraph. */
export function parseFields(lines: readonly string[], kind: ControlKind = 'control'): readonly ControlField[] {
  const fields: { name: string; value: string }[] = [];
  const names = new Set<string>();
  for (const line of lines) {
    if (/^[ \t]/.test(line)) continueField(fields.at(-1), line, kind);
    else fields.push(startField(line, names, kind));
  }
  return fields;
}

/** Returns the value of a field (names are case-insensitive); undefined if it is missing or empty. */
export function controlValue(fields: readonly ControlField[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value || undefined;
}

function decodeText(bytes: Uint8Array, kind: ControlKind): string {
  const text = decodeUtf8(bytes).replaceAll('\r\n', '\n');
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden === null) return text;
  throw new UnacceptableFile(
    `The ${kind} file contains the control character ${quoted(forbidden[0])}; it must be plain text with newlines only.`,
  );
}

/**
 * Policy, section 5.1, requires UTF-8; dpkg does not check the encoding. Older packages have Latin-1, of which
 * Windows-1252 is the usual superset. The index and the API always have UTF-8.
 */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Empty lines are allowed before and after the paragraph. Inside, they would start another one. */
function paragraphLines(text: string, kind: ControlKind): string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line !== '');
  if (first === -1) throw new UnacceptableFile(`The ${kind} file is empty; it must describe the package.`);
  if (lines.at(-1) !== '')
    throw new UnacceptableFile(`The ${kind} file does not end with a newline, so dpkg cannot read it. Add one.`);
  const end = lines.findLastIndex((line) => line !== '') + 1;
  const paragraph = lines.slice(first, end);
  // dpkg treats a blank line directly after the last field as a part of it.
  while (isBlank(paragraph.at(-1) ?? 'none') && paragraph.at(-2) !== '') paragraph.pop();
  const blank = paragraph.findIndex(isBlank);
  if (blank === -1) return paragraph;
  throw new UnacceptableFile(
    `The ${kind} file has a blank line at line ${first + blank + 1}; it must be one paragraph, with " ." for blank lines inside a field.`,
  );
}

function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

function startField(line: string, names: Set<string>, kind: ControlKind): { name: string; value: string } {
  const [, name, value] = FIELD.exec(line) ?? [];
  if (name === undefined || value === undefined) {
    throw new UnacceptableFile(
      `The ${kind} file has a line ${quoted(line)} that is neither "Field: value" nor indented.`,
    );
  }
  if (names.has(name.toLowerCase())) {
    throw new UnacceptableFile(`The ${kind} file has the field ${quoted(name)} twice; remove one of them.`);
  }
  names.add(name.toLowerCase());
  if (names.size > MAX_FIELDS)
    throw new UnacceptableFile(`The ${kind} file has more than ${MAX_FIELDS} fields, the maximum.`);
  return { name, value: value.replace(OUTER_BLANKS, '') };
}

function continueField(field: { value: string } | undefined, line: string, kind: ControlKind): void {
  if (field === undefined) {
    throw new UnacceptableFile(`The ${kind} file begins with an indented line ${quoted(line)} instead of a field.`);
  }
  field.value += `\n${line}`;
}

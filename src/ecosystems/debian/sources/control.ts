/** The control file of a source package, `.dsc` (dsc(5); Policy, section 5.4), and its stanza in the index. */
import { readFile } from 'node:fs/promises';
import { clearSignedText, isClearSigned } from '../../../formats/openpgp-cleartext.ts';
import { quoted } from '../../../formats/quoted.ts';
import { UnacceptableFile } from '../../../registry/unacceptable-file.ts';
import { controlValue, parseControl, type ControlField, type ControlKind } from '../control.ts';
import { isPackageName } from '../package-name.ts';
import { isDebianVersion, withoutEpoch } from '../version.ts';
import { statedFiles, type StatedFile } from './file-lists.ts';
import { isSourceName } from './file-name.ts';
import { checkFiles } from './formats.ts';
import { checkSourceRelations } from './relations.ts';

export interface SourceControl {
  readonly name: string;
  /** Including the epoch, if there is one. */
  readonly version: string;
  /** Without the `.dsc` itself. */
  readonly files: readonly StatedFile[];
  readonly fields: readonly ControlField[];
}

/** In bytes. */
const LARGEST = 1024 * 1024;

/**
 * Returns the fields of a `.dsc` or `.changes`, of at most 1 MiB, with or without a signature, which is not verified:
 * readers decide whom they trust. Throws `UnacceptableFile`.
 */
export async function readSignedControl(
  { path, size }: { readonly path: string; readonly size: number },
  kind: ControlKind,
): Promise<readonly ControlField[]> {
  if (size > LARGEST) throw new UnacceptableFile(`The ${kind} file has ${size} bytes; the maximum is ${LARGEST}.`);
  const bytes = await readFile(path);
  return parseControl(isClearSigned(bytes) ? signedBytes(bytes, kind) : bytes, kind);
}

function signedBytes(bytes: Buffer, kind: ControlKind): Uint8Array {
  // Each character is a byte, so that the encoding does not matter.
  const message = bytes.toString('latin1');
  const text = clearSignedText(message);
  // dpkg does not remove dash-escapes, and no field begins with a hyphen.
  if (text !== undefined && !/^- /m.test(message)) return Buffer.from(`${text}\n`, 'latin1');
  throw new UnacceptableFile(
    `The ${kind} file begins like a text with an OpenPGP signature, but it is not one. Sign it again with debsign.`,
  );
}

/** Returns what a `.dsc` specifies. Throws `UnacceptableFile` if dpkg-source, apt or another reader cannot use it. */
export function sourceControl(fields: readonly ControlField[]): SourceControl {
  const name = required(
    fields,
    'Source',
    isSourceName,
    'at least two of a-z, 0-9, "+", "-", ".", the first a-z or 0-9',
  );
  return checkedSource(name, fields, statedFiles(fields, '.dsc'));
}

/** Throws `UnacceptableFile`. `files` are without the `.dsc` itself. */
export function checkedSource(
  name: string,
  fields: readonly ControlField[],
  files: readonly StatedFile[],
): SourceControl {
  const version = required(fields, 'Version', isDebianVersion, '[epoch:]upstream[-revision]');
  checkFiles(
    { source: name, version, format: controlValue(fields, 'Format') ?? '' },
    files.map((file) => file.name),
  );
  required(fields, 'Architecture', isArchitectures, 'architectures such as "any" or "amd64 all"');
  required(fields, 'Binary', isBinaries, 'the names of packages, with commas between them');
  for (const field of fields) {
    if (field.name.length < 2 || (field.value.length > LONGEST && SHORT_FIELDS.has(field.name.toLowerCase())))
      throw new UnacceptableFile(`The .dsc file's field ${quoted(field.name)} is too short or too long.`);
    checkSourceRelations(field.name, field.value);
  }
  return { name, version, files, fields };
}

/** Returns the conventional file name, such as `hello_2.10-3.dsc`. */
export function dscName({ name, version }: Pick<SourceControl, 'name' | 'version'>): string {
  return `${name}_${withoutEpoch(version)}.dsc`;
}

/** In characters. */
const LONGEST = 1024;
const SHORT_FIELDS: ReadonlySet<string> = new Set(['section', 'priority', 'maintainer', 'standards-version']);

function isArchitectures(value: string): boolean {
  return value.split(/[ \t\n]+/).every((word) => /^[a-z0-9][a-z0-9-]{0,63}$/.test(word));
}

function isBinaries(value: string): boolean {
  return value.split(',').every((word) => isPackageName(word.trim()));
}

function required(
  fields: readonly ControlField[],
  field: string,
  isValid: (value: string) => boolean,
  expected: string,
): string {
  const value = controlValue(fields, field);
  if (value === undefined) throw new UnacceptableFile(`The .dsc file has no ${field}; it should be ${expected}.`);
  if (isValid(value)) return value;
  throw new UnacceptableFile(`The .dsc file's ${field} is ${quoted(value)}; it should be ${expected}.`);
}

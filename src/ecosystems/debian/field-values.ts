/**
 * Checks the fields of a control file that dpkg and apt interpret: one invalid value makes the whole index unreadable.
 */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { controlValue, type ControlField } from './control.ts';
import { checkRelations } from './relations.ts';

/** In characters. */
const LONGEST = 1024;

type Check = (value: string, name: string) => string | undefined;

/** The checks, by the lower-case name of the field. Each returns the fault of a value, or undefined. */
const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  // apt warns about any other value each time that it reads the index.
  ...['essential', 'protected', 'important'].map((name) => [name, oneOf('yes', 'no')] as const),
  ['multi-arch', oneOf('same', 'foreign', 'allowed', 'no')],
  // dpkg uses these only in its own database (dpkg's lib/dpkg/fields.c).
  ...['status', 'config-version', 'triggers-pending', 'triggers-awaited'].map((name) => [name, reserved] as const),
  // dpkg appends these to the version, so it would install another version than the index has.
  ...['revision', 'package-revision', 'package_revision'].map((name) => [name, partOfVersion] as const),
  ['conffiles', conffiles],
  ['section', notLong],
  ['source', notLong],
]);

/** Throws `UnacceptableFile` if dpkg rejects the value of a field or apt warns about it. */
export function checkFieldValues(fields: readonly ControlField[]): void {
  for (const { name, value } of fields) {
    // dpkg rejects shorter names.
    if (name.length < 2)
      throw new UnacceptableFile(
        `The control file has the field ${quoted(name)}; a name must have at least two characters.`,
      );
    const wrong = value === '' ? undefined : CHECKS.get(name.toLowerCase())?.(value, name);
    if (wrong !== undefined) throw new UnacceptableFile(`The control file's ${name} is ${quoted(value)}; ${wrong}.`);
    checkRelations(name, value);
  }
  const multiArch = controlValue(fields, 'Multi-Arch');
  if (multiArch?.toLowerCase() === 'same' && controlValue(fields, 'Architecture') === 'all') {
    throw new UnacceptableFile(
      'The control file has "Multi-Arch: same" and "Architecture: all", which cannot be combined; use "foreign" or "no".',
    );
  }
}

function oneOf(...values: readonly string[]): Check {
  return (value) => (values.includes(value.toLowerCase()) ? undefined : `it must be ${orList(values)}`);
}

function orList(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** apt crashes on 65,536 bytes. */
function notLong(value: string): string | undefined {
  return value.length > LONGEST ? `it may have at most ${LONGEST} characters` : undefined;
}

function reserved(): string {
  return 'dpkg does not allow this field in a package; remove it';
}

function partOfVersion(): string {
  return 'append it to Version, with a hyphen, and remove this field';
}

function conffiles(value: string): string | undefined {
  const [first, ...lines] = value.split('\n');
  const sound = first === '' && lines.every((line) => /^ \S.* \S+$/.test(line));
  return sound
    ? undefined
    : 'dpkg cannot read it; name the files in the archive member "conffiles" and remove this field';
}

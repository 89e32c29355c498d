/**
 * Relations between packages: `Depends: libc6 (>= 2.36), default-mta | mail-transport-agent` (Debian Policy, section
 * 7.1).
 */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { isReadableVersion } from './version.ts';

/** Whether each field may have alternatives (`a | b`). The last two are old names that dpkg still reads. */
const RELATION_FIELDS: ReadonlyMap<string, { readonly alternatives: boolean }> = new Map([
  ['pre-depends', { alternatives: true }],
  ['depends', { alternatives: true }],
  ['recommends', { alternatives: true }],
  ['suggests', { alternatives: true }],
  ['enhances', { alternatives: true }],
  ['breaks', { alternatives: false }],
  ['conflicts', { alternatives: false }],
  ['replaces', { alternatives: false }],
  ['provides', { alternatives: false }],
  ['recommended', { alternatives: true }],
  ['optional', { alternatives: true }],
]);

/**
 * apt does not read a comparison of fewer than four characters, including its closing parenthesis, at the end of a
 * field.
 */
const TOO_SHORT = /\([ \t]*(?:[^ \t()][^()]?)?\)$/;

/** In characters. apt crashes on names and versions of 65,536 bytes; real ones have fewer than a hundred. */
const LONGEST_WORD = 255;

/**
 * Throws `UnacceptableFile` if `name` is a field of relations and dpkg or apt cannot read `value`. A single such value
 * makes apt reject the whole list, so that nothing can be installed from any source.
 */
export function checkRelations(name: string, value: string): void {
  const field = RELATION_FIELDS.get(name.toLowerCase());
  if (field === undefined || value === '') return;
  const foreign = /[^\t\n\x20-\x7e]/u.exec(value);
  if (foreign !== null) throw unreadable(name, foreign[0], 'relations may only have ASCII characters');
  // dpkg accepts a line break between two packages, but not before the first.
  if (value.startsWith('\n')) throw unreadable(name, '', 'the first package must be on the line of the field name');
  for (const item of value.split(',')) {
    if (item.trim() === '') throw unreadable(name, value, 'there must be a package before and after each comma');
    checkItem(name, field.alternatives, item);
  }
  const short = TOO_SHORT.exec(value);
  if (short !== null) throw unreadable(name, short[0], 'apt needs a blank before the version here, as in "(= 1)"');
}

function checkItem(name: string, mayHaveAlternatives: boolean, item: string): void {
  const alternatives = item.split('|');
  if (alternatives.length > 1 && !mayHaveAlternatives) {
    throw unreadable(name, item, `"|" is not allowed in ${name}; separate packages with commas`);
  }
  for (const alternative of alternatives) {
    if (alternative.trim() === '') throw unreadable(name, item, 'there must be a package before and after each "|"');
    checkPackage(name, alternative.trim());
  }
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9+._-]*$/;
const ARCHITECTURE = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

/**
 * Checks one package: a name, `:` and an architecture, and a version in parentheses; the last two may be absent.
 */
export function checkPackage(field: string, text: string): void {
  const [word = ''] = /^[^ \t\n(]*/.exec(text) ?? [];
  if (text.length > 3 * LONGEST_WORD || word.length > LONGEST_WORD) {
    throw unreadable(field, text, `a name or version may have at most ${LONGEST_WORD} characters`);
  }
  const [name = '', ...architecture] = word.split(':');
  if (!NAME.test(name)) throw unreadable(field, text, 'a package name may only have a-z, 0-9, "+", "-" and "."');
  if (architecture.length > 0 && !ARCHITECTURE.test(architecture.join(':'))) {
    throw unreadable(field, text, 'after ":" there must be an architecture such as "any"');
  }
  const rest = text.slice(word.length).trimStart();
  if (rest === '') return;
  if (!rest.startsWith('('))
    throw unreadable(field, text, 'separate packages with commas, and put a version in parentheses');
  // apt does not treat a line break as space there.
  if (rest.includes('\n')) throw unreadable(field, text, 'a version must be on one line');
  const end = rest.indexOf(')');
  if (end === -1) throw unreadable(field, text, 'the version needs a closing ")"');
  if (end !== rest.length - 1) throw unreadable(field, text, 'there must be a comma between ")" and the next package');
  checkVersion(field, text, rest.slice(1, end).trim());
}

function checkVersion(field: string, text: string, comparison: string): void {
  const [operator = ''] = /^(?:<<|<=|>=|>>|[<>=])?/.exec(comparison) ?? [];
  const version = comparison.slice(operator.length).trimStart();
  if (/^[<>=~!]/.test(version)) throw unreadable(field, text, 'compare versions with "<<", "<=", "=", ">=" or ">>"');
  if (/[ \t\n(]/.test(version) || !isReadableVersion(version) || version.length > LONGEST_WORD) {
    throw unreadable(field, text, `${quoted(version)} is not a version such as "1:2.36-9"`);
  }
  // apt warns about others each time that it reads the list, and ignores them.
  if (field.toLowerCase() === 'provides' && operator !== '=' && operator !== '') {
    throw unreadable(field, text, 'a provided version must be exact: "="');
  }
}

/** Returns the error for a field of relations. */
export function unreadable(field: string, piece: string, right: string): UnacceptableFile {
  const where = piece.trim() === '' ? '' : ` ${quoted(piece.trim())}`;
  return new UnacceptableFile(`The control file's ${field} cannot be read${where && ` at${where}`}: ${right}.`);
}

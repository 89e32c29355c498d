/**
 * Relations of source packages: `debhelper (>= 13), locales [linux-any] <!nocheck>` (Policy, section 7.1;
 * deb-src-control(5)).
 */
import { checkPackage, unreadable } from '../relations.ts';

const FIELDS: ReadonlySet<string> = new Set([
  'build-depends',
  'build-depends-indep',
  'build-depends-arch',
  'build-conflicts',
  'build-conflicts-indep',
  'build-conflicts-arch',
]);

/** An architecture or a build profile; `!` excludes it. */
const RESTRICTION = /^!?[a-z0-9][a-z0-9.-]*$/;

/** Throws `UnacceptableFile` if `name` is a field of relations and apt or dpkg cannot read `value`. */
export function checkSourceRelations(name: string, value: string): void {
  if (!FIELDS.has(name.toLowerCase()) || value === '') return;
  const foreign = /[^\t\n\x20-\x7e]/u.exec(value);
  if (foreign !== null) throw unreadable(name, foreign[0], 'relations may only have ASCII characters');
  // dpkg-source writes a comma after the last package of some fields, and apt and dpkg read it.
  const items = value.split(',');
  if (items.at(-1)?.trim() === '') items.pop();
  for (const item of items)
    for (const alternative of item.split('|')) {
      if (alternative.trim() === '')
        throw unreadable(name, value, 'there must be a package before and after each "," and "|"');
      checkAlternative(name, alternative.trim());
    }
}

/** A package with its version, then a list of architectures, then lists of build profiles. */
function checkAlternative(field: string, text: string): void {
  const end = endOfPackage(text);
  checkPackage(field, text.slice(0, end).trimEnd());
  let rest = text.slice(end).trimStart();
  for (let n = 0; rest !== ''; n += 1) {
    const closing = rest.indexOf(rest.startsWith('[') && n === 0 ? ']' : '>');
    const words = rest
      .slice(1, closing)
      .split(/[ \t\n]/)
      .filter((word) => word !== '');
    const isList = closing !== -1 && (rest.startsWith('<') || (rest.startsWith('[') && n === 0));
    if (!isList || words.length === 0 || !words.every((word) => RESTRICTION.test(word)))
      throw unreadable(field, text, 'after the version there may be [architectures], then <profiles>');
    rest = rest.slice(closing + 1).trimStart();
  }
}

/** Returns where the name and the version end. A comparison in parentheses may have "<", too. */
function endOfPackage(text: string): number {
  const special = text.search(/[([<]/);
  if (special === -1) return text.length;
  if (text[special] !== '(') return special;
  const end = text.indexOf(')', special);
  return end === -1 ? text.length : end + 1;
}

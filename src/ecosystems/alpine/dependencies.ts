/** Dependencies of packages: `!name>=1.2-r0`, separated by blanks (apk-package(5), apk-world(5)). */
import { quoted } from '../../formats/quoted.ts';
import { isApkVersion } from './version.ts';

// Also the names of things that packages provide, such as `so:libc.musl-x86_64.so.1`, `cmd:[` and `/bin/sh`.
const DEPENDENCY = /^(?<conflict>!?)(?<name>[A-Za-z0-9._+,:/[\]-]+)(?:(?<operator>[<>=~]+)(?<version>.*))?$/s;

/** `=~` and `<~` are fuzzy: `~1.2` is any version that begins with 1.2. */
const OPERATORS: ReadonlySet<string> = new Set(['<', '<=', '<~', '=', '==', '~', '=~', '~=', '>=', '>~', '>']);

/** After `><`, which compares the checksum of a package. */
const CHECKSUM = /^Q[12][A-Za-z0-9+/]+={0,2}$/;

/** In bytes: apk writes each dependency of an installed package with a buffer of 256. */
const LONGEST = 255;

/** Returns the dependencies in values, such as those of several lines of one key. */
export function dependenciesIn(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(' ').filter((word) => word !== ''));
}

/** Returns why apk cannot read a dependency, which makes the package not installable; undefined if it can. */
export function dependencyRefusal(dependency: string): string | undefined {
  if (Buffer.byteLength(dependency) > LONGEST) return `it may have at most ${LONGEST} bytes`;
  const { name, operator, version = '' } = DEPENDENCY.exec(dependency)?.groups ?? {};
  if (name === undefined) return 'it must be a name of letters, digits and "._+,:/[]-", or a name and a version';
  if (operator === undefined) return undefined;
  if (operator === '><') return CHECKSUM.test(version) ? undefined : 'after "><", it must have a checksum such as Q1…=';
  if (!OPERATORS.has(operator)) return 'compare versions with "=", "<", "<=", ">", ">=" or "~"';
  return isApkVersion(version) ? undefined : `${quoted(version)} is not a version such as 1.2.3-r0`;
}

/** Returns why apk cannot read something that a package provides; undefined if it can. */
export function provisionRefusal(provision: string): string | undefined {
  const { conflict, operator = '=' } = DEPENDENCY.exec(provision)?.groups ?? {};
  if (conflict === '!' || operator !== '=') return 'it must be a name, or a name, "=" and a version';
  return dependencyRefusal(provision);
}

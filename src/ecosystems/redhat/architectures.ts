/** The architectures of packages, and the values of `$basearch` under which clients look for them (rpm's `rpmrc`). */

/** The part with the packages that every machine can install. */
export const anyPart = 'noarch';

/** The part of source packages. Clients fetch it only if they are requested to. */
export const sourcePart = 'src';

/** The architectures that share a value of `$basearch` with others. */
const BASE: readonly (readonly [RegExp, string])[] = [
  [/^(?:i[3-6]86|athlon|geode|pentium[34])$/, 'i386'],
  [/^(?:x86_64_v[234]|amd64|ia32e)$/, 'x86_64'],
  [/^armv[78]h(?:n?l|cnl)$/, 'armhfp'],
  [/^(?:armv6hl)$/, 'armv6hfp'],
  [/^armv(?:5tel|5tejl|6l|7l|8l)$/, 'arm'],
  [/^(?:nosrc)$/, sourcePart],
];

/** Returns the value of `$basearch` of the machines that an architecture is for. */
export function baseOf(architecture: string): string {
  return BASE.find(([pattern]) => pattern.test(architecture))?.[1] ?? architecture;
}

/** Names of the source packages' folder in Fedora and CentOS, as values of `$basearch`. */
const SOURCES: ReadonlySet<string> = new Set([sourcePart, 'SRPMS', 'source']);

/** Returns the part of a value of `$basearch`. */
export function partOfBase(base: string): string {
  return SOURCES.has(base) ? sourcePart : baseOf(base);
}

/** Machines of x86_64 install packages of i386, too. */
export function readsOf(part: string): readonly string[] {
  if (part === anyPart || part === sourcePart) return [part];
  return part === 'x86_64' ? [part, 'i386', anyPart] : [part, anyPart];
}

/** The values of `$basearch` of Fedora and its derivatives, for which there is a list even if no package is for them. */
export const usualBases: readonly string[] = ['aarch64', 'armhfp', 'i386', 'ppc64le', 'riscv64', 's390x', 'x86_64'];

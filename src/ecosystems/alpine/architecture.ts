/** Architectures of packages, which are folders of the repository (apk-package(5)). */

/** Packages of this architecture are for all machines. */
export const NOARCH = 'noarch';

/** Those that Alpine Linux is built for. */
export const usualArchitectures = [
  NOARCH,
  'aarch64',
  'armhf',
  'armv7',
  'loongarch64',
  'mips64',
  'ppc64le',
  'riscv64',
  's390x',
  'x86',
  'x86_64',
] as const;

/** Returns whether an architecture can be the name of a folder. */
export function isArchitecture(architecture: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(architecture);
}

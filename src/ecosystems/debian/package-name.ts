/** Valid names and architectures of binary packages. */

/**
 * dpkg's rule, which is wider than Debian Policy, section 5.6.1: letters, digits and `+ - . _`, beginning with a letter
 * or digit.
 */
export function isPackageName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9+._-]*$/.test(name);
}

/**
 * Debian Policy, sections 5.6.8 and 11.1: one architecture such as `amd64` or `musl-linux-arm64`, or `all`; the
 * wildcards (`any`, `linux-any`) and `source` are invalid for binary packages, and `udeb-` cannot begin one. At most 64
 * characters, because it is a folder name.
 */
export function isBinaryArchitecture(architecture: string): boolean {
  return (
    /^[a-z0-9][a-z0-9-]{0,63}$/.test(architecture) &&
    architecture !== 'source' &&
    // `Contents-udeb-amd64` has the files of udebs for amd64.
    !architecture.startsWith('udeb-') &&
    !architecture.split('-').includes('any')
  );
}

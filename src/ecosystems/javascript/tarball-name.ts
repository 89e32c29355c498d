/** The names of tarballs, which clients derive from name and version. */
import { unscoped } from './package-name.ts';

const EXTENSION = '.tgz';

/** Returns the name of a tarball, such as `demo-1.0.0.tgz` for `@scope/demo` 1.0.0. */
export function tarballName(name: string, version: string): string {
  return `${unscoped(name)}-${version}${EXTENSION}`;
}

/** Returns the version in the name of a tarball of a package; undefined for other names. */
export function versionInTarballName(name: string, file: string): string | undefined {
  const prefix = `${unscoped(name)}-`;
  return file.startsWith(prefix) && file.endsWith(EXTENSION) && file.length > prefix.length + EXTENSION.length
    ? file.slice(prefix.length, -EXTENSION.length)
    : undefined;
}

/** Returns the name of the provenance that was published with a tarball. */
export function provenanceName(name: string, version: string): string {
  return `${unscoped(name)}-${version}.sigstore`;
}

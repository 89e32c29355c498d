/** The names of the files of a version, which clients derive from name and version. Versions are without build metadata. */
import { unscoped } from './package-name.ts';
import { versionKey } from './version.ts';

const TARBALL = '.tgz';
const PROVENANCE = '.sigstore';

/** Returns the name of a tarball, such as `demo-1.0.0.tgz` for `@scope/demo`. */
export function tarballName(name: string, version: string): string {
  return `${unscoped(name)}-${versionKey(version)}${TARBALL}`;
}

/** Returns the name of the provenance that was published with a tarball. */
export function provenanceName(name: string, version: string): string {
  return `${unscoped(name)}-${versionKey(version)}${PROVENANCE}`;
}

export interface FileOfVersion {
  readonly versionKey: string;
  readonly fileName: string;
}

/** Returns the version in the name of a file of a package, and the name that the file has; undefined for other names. */
export function fileOfVersion(name: string, file: string): FileOfVersion | undefined {
  const prefix = `${unscoped(name)}-`;
  const extension = [TARBALL, PROVENANCE].find((one) => file.endsWith(one));
  if (extension === undefined || !file.startsWith(prefix) || file.length <= prefix.length + extension.length)
    return undefined;
  const key = versionKey(file.slice(prefix.length, -extension.length));
  return { versionKey: key, fileName: `${prefix}${key}${extension}` };
}

/** Names of packages and of their files, `{name}-{version}.apk` (apk-package(5), section "Package names and versions"). */
import { isApkVersion } from './version.ts';

export interface NameAndVersion {
  readonly name: string;
  readonly version: string;
}

const ENDING = '.apk';

export function isPackageName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(name);
}

/** Returns the name of the file that clients request. */
export function apkFileName({ name, version }: NameAndVersion): string {
  return `${name}-${version}${ENDING}`;
}

/** Returns the name and version in the name of a file, split before the last `-` and digit; undefined for other names. */
export function parseApkFileName(fileName: string): NameAndVersion | undefined {
  if (!fileName.endsWith(ENDING)) return undefined;
  const stem = fileName.slice(0, -ENDING.length);
  const [, name = '', version = ''] = /^(.*)-(\d.*)$/s.exec(stem) ?? [];
  return isPackageName(name) && isApkVersion(version) ? { name, version } : undefined;
}

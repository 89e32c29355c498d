/** Packages for systems, and for Debian's installer, which has lists of its own. */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { controlValue, type ControlField } from './control.ts';

export type PackageKind = 'deb' | 'udeb';

const UDEB = '.udeb';

/**
 * Returns the kind of a package by the name of its file, like dak and reprepro do: the control files of most udebs do not
 * contain it. Throws `UnacceptableFile` if the field `Package-Type` contradicts the name, because apt would offer packages
 * of the installer, which do not follow Policy, for installation on a running system.
 */
export function packageKind(fileName: string, fields: readonly ControlField[]): PackageKind {
  const kind = isUdeb(fileName) ? 'udeb' : 'deb';
  const type = controlValue(fields, 'Package-Type');
  if (type === undefined || (type.toLowerCase() === 'udeb') === (kind === 'udeb')) return kind;
  const remedy =
    kind === 'deb'
      ? `end the name with ${quoted(UDEB)} to publish a package of the Debian installer`
      : `a name that ends with ${quoted(UDEB)} is that of a package of the Debian installer`;
  throw new UnacceptableFile(
    `The control file's Package-Type is ${quoted(type)}, but the file is named ${quoted(fileName)}; ${remedy}.`,
  );
}

export function isUdeb(fileName: string): boolean {
  return fileName.endsWith(UDEB);
}

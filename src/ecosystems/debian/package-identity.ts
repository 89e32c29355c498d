/** What identifies a package: three control fields, and its kind. */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { controlValue, type ControlField } from './control.ts';
import { isBinaryArchitecture, isPackageName } from './package-name.ts';
import type { PackageKind } from './package-kind.ts';
import { isDebianVersion, withoutEpoch } from './version.ts';

export interface PackageIdentity {
  readonly name: string;
  /** Including the epoch, if there is one. */
  readonly version: string;
  readonly architecture: string;
  readonly kind: PackageKind;
}

const LONGEST_FILE_NAME = 255;

/** Throws `UnacceptableFile` if a field is missing or invalid, or if they are too long for a file name. */
export function packageIdentity(fields: readonly ControlField[], kind: PackageKind): PackageIdentity {
  const identity = {
    kind,
    name: valid(
      fields,
      'Package',
      isPackageName,
      'letters, digits, "+", "-", "." and "_", the first a letter or a digit',
    ),
    version: valid(
      fields,
      'Version',
      isDebianVersion,
      '[epoch:]upstream[-revision] of letters, digits, ".", "+", "-", "~"',
    ),
    architecture: valid(fields, 'Architecture', isBinaryArchitecture, '"all" or one architecture such as "amd64"'),
  };
  const fileName = canonicalFileName(identity);
  if (fileName.length <= LONGEST_FILE_NAME) return identity;
  throw new UnacceptableFile(
    `The package's file name would be ${quoted(fileName)} with ${fileName.length} characters; the maximum is ${LONGEST_FILE_NAME}.`,
  );
}

/** Returns the conventional file name, such as `hello_2.10-3_amd64.deb`, without the epoch. */
export function canonicalFileName({ name, version, architecture, kind }: PackageIdentity): string {
  return `${name}_${withoutEpoch(version)}_${architecture}.${kind}`;
}

function valid(
  fields: readonly ControlField[],
  field: string,
  isValid: (value: string) => boolean,
  expected: string,
): string {
  const value = controlValue(fields, field);
  if (value === undefined) throw new UnacceptableFile(`The control file has no ${field}; it should be ${expected}.`);
  if (isValid(value)) return value;
  throw new UnacceptableFile(`The control file's ${field} is ${quoted(value)}; it should be ${expected}.`);
}

/** A package's stanza in the `Packages` index (Debian's "Repository Format", section "Packages Indices"). */
import type { Digests } from '../../model/values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { parseFields, type ControlField } from './control.ts';
import { checkFieldValues } from './field-values.ts';
import { canonicalFileName, packageIdentity, type PackageIdentity } from './package-identity.ts';

/** Fields that only an index may state: what a control file says about them could contradict ours, so it is left out. */
const INDEX_FIELDS: ReadonlySet<string> = new Set([
  'package',
  'filename',
  'msdos-filename',
  'size',
  'md5sum',
  'sha1',
  'sha256',
  'sha512',
  'description-md5',
  'status',
]);

/** What the index says about the file itself. */
export interface IndexedFile {
  /** In bytes. */
  readonly size: number;
  readonly digests: Digests;
}

/**
 * The stanza: `Package`, then the control fields as given, then where the file is and which bytes it has.
 * It ends with one newline and has no blank line. `fields` must come from `parseControl`.
 */
export function packagesEntry(
  identity: PackageIdentity,
  fields: readonly ControlField[],
  { size, digests }: IndexedFile,
): string {
  const given = fields.filter(({ name, value }) => value !== '' && !INDEX_FIELDS.has(name.toLowerCase()));
  const lines = [
    `Package: ${identity.name}`,
    ...given.map(({ name, value }) => (value.startsWith('\n') ? `${name}:${value}` : `${name}: ${value}`)),
    `Filename: ${poolPath(digests.sha256, canonicalFileName(identity))}`,
    `Size: ${size}`,
    `SHA256: ${digests.sha256}`,
    `SHA512: ${digests.sha512}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Returns why dpkg or apt could not read an index with a stanza that `packagesEntry` wrote, undefined if they can. */
export function entryRefusal(stanza: string): string | undefined {
  try {
    const fields = parseFields(stanza.trimEnd().split('\n'));
    packageIdentity(fields);
    checkFieldValues(fields);
    return undefined;
  } catch (error) {
    if (error instanceof UnacceptableFile) return error.message;
    throw error;
  }
}

/** Where a package's file lies, relative to the repository's root. */
export function poolPath(sha256: string, fileName: string): string {
  return `pool/${sha256}/${fileName}`;
}

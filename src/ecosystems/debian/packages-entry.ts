/** A package's stanza in the `Packages` index (Debian's "Repository Format", section "Packages Indices"). */
import type { Digests } from '../../model/values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { parseFields, type ControlField } from './control.ts';
import { checkFieldValues } from './field-values.ts';
import { partOfName } from './index-parts.ts';
import { packageKind } from './package-kind.ts';
import { canonicalFileName, packageIdentity, type PackageIdentity } from './package-identity.ts';

/** Fields that belong to the index. They are omitted from the control file, because they could contradict the index. */
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

/** The file's fields in the index. */
export interface IndexedFile {
  /** In bytes. */
  readonly size: number;
  readonly digests: Digests;
}

/**
 * Returns the stanza: `Package`, the unchanged control fields, then the location, size and digest of the file. It ends
 * with one newline and has no blank line. `fields` must be a result of `parseControl`.
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

/** Returns why dpkg or apt cannot read an index with this entry; undefined if they can. */
export function entryRefusal(stanza: string, part: string): string | undefined {
  const { list, kind } = partOfName(part);
  // Any line is valid there.
  if (list === 'contents') return undefined;
  try {
    const fields = parseFields(stanza.trimEnd().split('\n'));
    const identity = packageIdentity(fields, kind);
    packageKind(canonicalFileName(identity), fields);
    checkFieldValues(fields);
    return undefined;
  } catch (error) {
    if (error instanceof UnacceptableFile) return error.message;
    throw error;
  }
}

/** Returns the path of a package's file, relative to the repository's root. */
export function poolPath(sha256: string, fileName: string): string {
  return `pool/${sha256}/${fileName}`;
}

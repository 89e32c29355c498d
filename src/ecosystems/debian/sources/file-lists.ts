/** The lists of files in a `.dsc` or `.changes`: digest, size and name of each (Policy, sections 5.6.21 and 5.6.24). */
import { quoted } from '../../../formats/quoted.ts';
import { UnacceptableFile } from '../../../registry/unacceptable-file.ts';
import { controlValue, type ControlField, type ControlKind } from '../control.ts';

/** A file in the lists. A digest is undefined if its list is missing. */
export interface StatedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly md5: string;
  readonly sha1: string | undefined;
  readonly sha256: string;
}

const MOST_FILES = 1000;

interface ListedFile {
  readonly digest: string;
  readonly size: number;
}

/**
 * Returns the files in `Files`, `Checksums-Sha1` and `Checksums-Sha256`. Throws `UnacceptableFile` if the first or the
 * last is missing or malformed, or if the lists contradict each other. In `Files` of a `.changes`, section and priority
 * stand before the name.
 */
export function statedFiles(fields: readonly ControlField[], kind: ControlKind): readonly StatedFile[] {
  const between = kind === '.changes' ? 2 : 0;
  const md5 = listOf(fields, { field: 'Files', digits: 32, between, kind });
  const sha1 = listOf(fields, { field: 'Checksums-Sha1', digits: 40, between: 0, kind });
  const sha256 = listOf(fields, { field: 'Checksums-Sha256', digits: 64, between: 0, kind });
  if (md5 === undefined || sha256 === undefined) {
    const missing = md5 === undefined ? 'Files' : 'Checksums-Sha256';
    throw new UnacceptableFile(`The ${kind} file has no field ${missing}. Build it with dpkg 1.14.17 or later.`);
  }
  for (const other of [md5, sha1]) if (other) checkAgreement(sha256, other, kind);
  return [...sha256].map(([name, { size, digest }]) => ({
    name,
    size,
    md5: md5.get(name)?.digest ?? '',
    sha1: sha1?.get(name)?.digest,
    sha256: digest,
  }));
}

interface List {
  readonly field: string;
  /** The hexadecimal digits of a digest. */
  readonly digits: number;
  /** The number of words between size and name. */
  readonly between: number;
  readonly kind: ControlKind;
}

function listOf(fields: readonly ControlField[], list: List): ReadonlyMap<string, ListedFile> | undefined {
  const value = controlValue(fields, list.field);
  if (value === undefined) return undefined;
  const [first, ...lines] = value.split('\n');
  if (first !== '') throw malformed(list, first ?? '');
  if (lines.length > MOST_FILES)
    throw new UnacceptableFile(`The ${list.kind} file lists ${lines.length} files; the maximum is ${MOST_FILES}.`);
  const files = new Map<string, ListedFile>();
  for (const line of lines) {
    const { name, ...file } = fileOf(line, list);
    if (files.has(name))
      throw new UnacceptableFile(
        `The ${list.kind} file lists ${quoted(name)} twice in ${list.field}; remove one of them.`,
      );
    files.set(name, file);
  }
  return files;
}

function fileOf(line: string, list: List): ListedFile & { readonly name: string } {
  const words = line.split(/[ \t]/).filter((word) => word !== '');
  const [digest = '', size = '', name] = [words[0], words[1], words[2 + list.between]];
  const isDigest = /^[0-9a-f]+$/.test(digest) && digest.length === list.digits;
  if (name === undefined || words.length !== 3 + list.between || !isDigest || !/^\d{1,15}$/.test(size))
    throw malformed(list, line);
  return { name, digest, size: Number(size) };
}

function malformed({ field, digits, kind }: List, line: string): UnacceptableFile {
  return new UnacceptableFile(
    `The ${kind} file has the line ${quoted(line)} in ${field}; it must have a digest of ${digits} digits, the size and the name of a file.`,
  );
}

function checkAgreement(
  files: ReadonlyMap<string, ListedFile>,
  others: ReadonlyMap<string, ListedFile>,
  kind: ControlKind,
): void {
  const wrong = [...files].find(([name, { size }]) => others.get(name)?.size !== size)?.[0];
  const extra = [...others.keys()].find((name) => !files.has(name));
  const name = wrong ?? extra;
  if (name === undefined) return;
  throw new UnacceptableFile(
    `The lists of files in the ${kind} file contradict each other about ${quoted(name)}. Build it again.`,
  );
}

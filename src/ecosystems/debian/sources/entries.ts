/**
 * The entries of source packages. The entry of a `.dsc` is its stanza in `Sources` (Debian's "Repository Format", section
 * "Sources Indices"); that of each other file has its digests. A stanza is listed if the registry has all of its files.
 */
import type { Digests } from '../../../model/values.ts';
import type { ListedEntry } from '../../../registry/documents.ts';
import { UnacceptableFile } from '../../../registry/unacceptable-file.ts';
import { controlValue, parseFields, type ControlField } from '../control.ts';
import { checkedSource, dscName, type SourceControl } from './control.ts';
import { statedFiles, type StatedFile } from './file-lists.ts';
import { checkedSourceFileName } from './file-name.ts';

/** The part of both kinds. It is not an architecture (`isBinaryArchitecture`). */
export const SOURCE_PART = 'source';

/** The digests of a file, all of which readers of `Sources` may compare. */
export type SourceDigests = Pick<Digests, 'sha256'> & Required<Pick<StatedFile, 'md5'>> & { readonly sha1: string };

export interface SourceFile extends SourceDigests {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** Fields of the `.dsc` that the index has in another form, or that belong to the index. */
const INDEX_FIELDS: ReadonlySet<string> = new Set([
  'source',
  'package',
  'directory',
  'files',
  'checksums-md5',
  'checksums-sha1',
  'checksums-sha256',
  'checksums-sha512',
  'status',
  'file',
]);

/**
 * Returns the stanza of a source: `Package`, the unchanged fields, then the directory and the lists of files, which begin
 * with the `.dsc`.
 */
export function sourceEntry(source: SourceControl, dsc: Omit<SourceFile, 'name'>): string {
  const { name, files, fields } = source;
  const all = [{ ...dsc, name: dscName(source) }, ...files];
  const given = fields.filter((field) => field.value !== '' && !INDEX_FIELDS.has(field.name.toLowerCase()));
  const hasSha1 = files.every(({ sha1 }) => sha1 !== undefined);
  const lines = [
    `Package: ${name}`,
    ...given.map((field) =>
      field.value.startsWith('\n') ? `${field.name}:${field.value}` : `${field.name}: ${field.value}`,
    ),
    `Directory: ${sourceDirectory(dsc.sha256)}`,
    'Files:',
    ...all.map((file) => ` ${file.md5} ${file.size} ${file.name}`),
    ...(hasSha1 ? ['Checksums-Sha1:', ...all.map((file) => ` ${file.sha1} ${file.size} ${file.name}`)] : []),
    'Checksums-Sha256:',
    ...all.map((file) => ` ${file.sha256} ${file.size} ${file.name}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Returns the entry of a file that belongs to sources. */
export function sourceFileEntry({ name, size, md5, sha1, sha256 }: SourceFile): string {
  return `File: ${name}\nSize: ${size}\nMD5: ${md5}\nSHA1: ${sha1}\nSHA256: ${sha256}\n`;
}

/** Returns the directory of the files of a source, relative to the repository's root. `sha256` is that of its `.dsc`. */
export function sourceDirectory(sha256: string): string {
  return `pool/source/${sha256}`;
}

function isFileEntry(entry: string): boolean {
  return entry.startsWith('File: ');
}

/** Returns why an entry must not be in an index; undefined if it may. */
export function sourceEntryRefusal(entry: string): string | undefined {
  try {
    const fields = fieldsOf(entry);
    if (isFileEntry(entry)) checkedSourceFileName(controlValue(fields, 'File') ?? '');
    else checkStanza(fields);
    return undefined;
  } catch (error) {
    if (error instanceof UnacceptableFile) return error.message;
    throw error;
  }
}

/**
 * Returns the stanzas of the offered sources whose files are all among the entries, with the digests that the `.dsc`
 * specifies. All entries of a name must be given together.
 */
export function sourceStanzas(entries: readonly ListedEntry[]): string {
  const present = new Set<string>();
  for (const { text, standing } of entries)
    if (isFileEntry(text) && standing !== 'withdrawn')
      for (const line of listLines(readFileEntry(text))) present.add(line);
  return entries
    .filter(
      ({ text, standing }) =>
        standing === 'offered' && !isFileEntry(text) && neededLines(text).every((line) => present.has(line)),
    )
    .map(({ text }) => `${text}\n`)
    .join('');
}

/** Returns the lines of the lists of a stanza, without those of the `.dsc` itself. */
function neededLines(stanza: string): readonly string[] {
  const lists = stanza.slice(stanza.lastIndexOf(LISTS)).split('\n');
  return lists.filter((line) => line.startsWith(' ') && !line.endsWith('.dsc'));
}

/** The start of the lists, which are at the end of a stanza. */
const LISTS = '\nFiles:\n';

function listLines({ name, size, md5, sha1, sha256 }: SourceFile): readonly string[] {
  return [md5, sha1, sha256].map((digest) => ` ${digest} ${size} ${name}`);
}

/** Throws `UnacceptableFile`. */
function checkStanza(fields: readonly ControlField[]): void {
  const files = statedFiles(fields, '.dsc').filter((file) => !file.name.endsWith('.dsc'));
  checkedSource(controlValue(fields, 'Package') ?? '', fields, files);
}

function readFileEntry(text: string): SourceFile {
  const fields = fieldsOf(text);
  const value = (name: string): string => controlValue(fields, name) ?? '';
  return {
    name: value('File'),
    size: Number(value('Size')),
    md5: value('MD5'),
    sha1: value('SHA1'),
    sha256: value('SHA256'),
  };
}

function fieldsOf(entry: string): readonly ControlField[] {
  return parseFields(entry.trimEnd().split('\n'));
}

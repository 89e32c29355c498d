/**
 * The three sections of a package, each a gzip member: signatures, control and data (apk-v2(5)). apk reads the tar archives
 * in them as one, of which only the last has an end.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { atMost } from '../../formats/at-most.ts';
import { contentBetween, readExactly } from '../../formats/file-content.ts';
import { gzipMembers, type GzipMember } from '../../formats/gzip-members.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { strictTarEntries } from '../../formats/strict-tar.ts';
import type { TarEntry } from '../../formats/tar-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readData, type DataSummary } from './data-section.ts';

export interface Sections {
  /** The bytes of `.PKGINFO`. */
  readonly pkgInfo: Uint8Array;
  readonly hasScripts: boolean;
  /** The SHA-1 of the control section as it is in the file, in base64: the identity of the package. */
  readonly identity: string;
  readonly data: DataSummary;
  /** The SHA-256 of the data section as it is in the file, in hexadecimal. */
  readonly dataHash: string;
}

/** In bytes. Scripts are in the control section, and it is small. */
const MAX_CONTROL = 16 * 1024 * 1024;
const MAX_PKGINFO = 1024 * 1024;
const MAX_CONTROL_ENTRIES = 64;
/** Signatures of several keys may be in separate members. */
const MAX_MEMBERS = 16;

const SCRIPTS: ReadonlySet<string> = new Set([
  '.pre-install',
  '.post-install',
  '.pre-deinstall',
  '.post-deinstall',
  '.pre-upgrade',
  '.post-upgrade',
  '.trigger',
]);

/**
 * Reads the sections of a file of `size` bytes. Throws `UnacceptableFile` if apk 3 would reject the file, or ignore a part
 * of it.
 */
export async function readSections(file: FileHandle, size: number): Promise<Sections> {
  await checkFormat(file, size);
  const members = gzipMembers(file, size, MAX_MEMBERS);
  let control: Control | undefined;
  for await (const member of members) {
    if (control !== undefined) return await readRest(file, size, control, member);
    control = await inSection('control section', () => readControl(member));
  }
  const missing = control === undefined ? 'control section' : 'data section';
  throw new UnacceptableFile(`The package has no ${missing}. ${REBUILD}`);
}

const REBUILD =
  'A package has a gzip member with .PKGINFO, and another one with its files. Build it with abuild, melange or nfpm.';

async function checkFormat(file: FileHandle, size: number): Promise<void> {
  const magic = (await readExactly(file, 0, Math.min(size, 4))).toString('latin1');
  if (/^ADB[.dc]/.test(magic)) {
    throw new UnacceptableFile(
      'The package has the format of apk 3 (ADB), which an index for all versions of apk cannot list. Build it in the format of apk 2.',
    );
  }
  if (!magic.startsWith('\x1f\x8b'))
    throw new UnacceptableFile(
      `The file is not an apk package: it begins with ${quoted(magic)}, not with a gzip member.`,
    );
}

async function readRest(file: FileHandle, size: number, control: Control, member: GzipMember): Promise<Sections> {
  const data = await inSection('data section', () => readData(member.content));
  if (member.end() !== size) throw new UnacceptableFile(`The package has bytes after its data section. ${REBUILD}`);
  return {
    pkgInfo: control.pkgInfo,
    hasScripts: control.hasScripts,
    identity: await digestOf(file, 'sha1', control, 'base64'),
    data,
    dataHash: await digestOf(file, 'sha256', { start: member.start, end: member.end() }, 'hex'),
  };
}

interface Control {
  readonly pkgInfo: Uint8Array;
  readonly hasScripts: boolean;
  readonly start: number;
  readonly end: number;
}

/** Returns the control section in a member; undefined if the member has signatures. */
async function readControl(member: GzipMember): Promise<Control | undefined> {
  let pkgInfo: Uint8Array | undefined;
  let kind: 'signatures' | 'control' | undefined;
  let hasScripts = false;
  const options = { maxEntries: MAX_CONTROL_ENTRIES, end: 'cut' } as const;
  for await (const entry of strictTarEntries(atMost(member.content, MAX_CONTROL), options)) {
    kind ??= isSignature(entry) ? 'signatures' : 'control';
    checkDotFile(entry, kind);
    if (SCRIPTS.has(entry.path)) hasScripts = true;
    if (entry.path !== '.PKGINFO') continue;
    if (pkgInfo !== undefined) throw new UnacceptableFile('The control section has .PKGINFO twice.');
    if (entry.size > MAX_PKGINFO)
      throw new UnacceptableFile(`.PKGINFO has ${entry.size} bytes; the maximum is ${MAX_PKGINFO}.`);
    pkgInfo = await buffer(entry.content);
  }
  if (kind === 'signatures') return undefined;
  if (pkgInfo === undefined)
    throw new UnacceptableFile(`The package has no .PKGINFO in its control section. ${REBUILD}`);
  return { pkgInfo, hasScripts, start: member.start, end: member.end() };
}

function isSignature({ path }: TarEntry): boolean {
  return path.startsWith('.SIGN.');
}

/** apk takes the first other file for the beginning of the data, which must be in a member of its own. */
function checkDotFile(entry: TarEntry, kind: 'signatures' | 'control'): void {
  const { path, type } = entry;
  if (!path.startsWith('.') || path.includes('/')) {
    throw new UnacceptableFile(
      `The control section has the file ${quoted(path)}, which belongs to the data. ${REBUILD}`,
    );
  }
  if (isSignature(entry) !== (kind === 'signatures'))
    throw new UnacceptableFile(
      `The ${kind} of the package have ${quoted(path)}. Signatures are in gzip members of their own.`,
    );
  if (path === '.INSTALL')
    throw new UnacceptableFile('The package has a script .INSTALL, which apk 3 rejects. Name it .post-install.');
  if (type !== 'file')
    throw new UnacceptableFile(`The control section has ${quoted(path)} as a ${type}, not as a file.`);
}

async function digestOf(
  file: FileHandle,
  algorithm: 'sha1' | 'sha256',
  { start, end }: { readonly start: number; readonly end: number },
  encoding: 'base64' | 'hex',
): Promise<string> {
  const sum = createHash(algorithm);
  for await (const piece of contentBetween(file, start, end)) sum.update(piece);
  return sum.digest(encoding);
}

/** Adds the name of the section to the message of a `MalformedFile`. */
async function inSection<T>(section: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof MalformedFile) throw new MalformedFile(`The ${section}: ${error.message}`, { cause: error });
    throw error;
  }
}

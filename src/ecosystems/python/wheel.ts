/** Reads the `.dist-info` folder of a wheel (PEP 427, "File contents"). */
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { readZipEntry, zipEntries } from '../../formats/zip-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readSmallFile, segmentsOf } from './archive-entry.ts';
import { parseHeaders, singleValue } from './headers.ts';

export interface WheelContent {
  /** The name of its `.dist-info` folder without the extension: `{name}-{version}`. */
  readonly stem: string;
  /** The bytes of METADATA. */
  readonly metadata: Uint8Array;
}

/** Wheels with compiled code for graphics cards unpack to a few GiB. An entry of the directory has about 150 bytes. */
const LIMITS = { directory: 64 * 1024 ** 2, entries: 200_000, unpacked: 8 * 1024 ** 3 };
const DIST_INFO = '.dist-info';

/** The files that pip reads before it installs a wheel. */
const FILES: readonly string[] = ['METADATA', 'WHEEL', 'RECORD'];

/**
 * Returns the metadata of the wheel at `path`. Throws `UnacceptableFile` unless it has one `.dist-info` folder with
 * METADATA, WHEEL and RECORD, each once, and a format that pip supports; `MalformedFile` for bytes that are not a zip
 * archive.
 */
export async function readWheel(path: string): Promise<WheelContent> {
  const found = await readDistInfo(path);
  const wheel = parseHeaders(contentOf(found.files, 'WHEEL'), 'WHEEL');
  const version = singleValue(wheel, 'Wheel-Version', 'WHEEL') ?? '';
  // PEP 427, "Installing a wheel": a reader aborts if the major version is higher than its own.
  if (!/^1\.\d+$/.test(version)) {
    throw new UnacceptableFile(`The file "WHEEL" has the Wheel-Version ${quoted(version)}, but only 1.x is supported.`);
  }
  contentOf(found.files, 'RECORD');
  return { stem: found.folder.slice(0, -DIST_INFO.length), metadata: contentOf(found.files, 'METADATA') };
}

/**
 * Reads METADATA from a stored wheel. Returns undefined if it cannot be read: later rules reject some wheels that 0.1.0
 * accepted.
 */
export async function readMetadata(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readZipEntry(path, isMetadata);
  } catch (error) {
    if (error instanceof MalformedFile) return undefined;
    throw error;
  }
}

function isMetadata(path: string): boolean {
  const [top = '', name = '', ...deeper] = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return top.endsWith(DIST_INFO) && name === 'METADATA' && deeper.length === 0;
}

async function readDistInfo(path: string): Promise<{ folder: string; files: ReadonlyMap<string, Uint8Array> }> {
  let folder: string | undefined;
  const files = new Map<string, Uint8Array>();
  for await (const entry of zipEntries(path, LIMITS)) {
    const [top = '', name = '', ...deeper] = segmentsOf(entry);
    if (!top.endsWith(DIST_INFO)) continue;
    folder ??= top;
    if (top !== folder) {
      throw new UnacceptableFile(`The wheel has two folders ${quoted(folder)} and ${quoted(top)}; it must have one.`);
    }
    if (deeper.length > 0 || !FILES.includes(name)) continue;
    if (files.has(name)) throw new UnacceptableFile(`The wheel has the file ${quoted(`${top}/${name}`)} twice.`);
    // RECORD is not read, because it is as large as the wheel has entries.
    files.set(name, name === 'RECORD' ? new Uint8Array() : await readSmallFile(entry));
  }
  if (folder === undefined) throw new UnacceptableFile('The wheel has no folder whose name ends with ".dist-info".');
  return { folder, files };
}

function contentOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const content = files.get(name);
  if (content === undefined) throw new UnacceptableFile(`The wheel has no file "${name}" in its ".dist-info" folder.`);
  return content;
}

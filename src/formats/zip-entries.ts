/** Reads zip archives (PKWARE APPNOTE) entry by entry, using their central directory. */
import { open, type FileHandle } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { RandomAccessReader, fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl';
import { FileWindow } from './file-window.ts';
import { MalformedFile } from './malformed-file.ts';
import { quoted } from './quoted.ts';
import { zipContent } from './zip-content.ts';
import { checkLayout, checkLocalHeader, type ZipExtent } from './zip-layout.ts';

export interface ZipEntry {
  /** As written in the archive; never absolute, never upwards. The path of a directory ends with a slash. */
  readonly path: string;
  readonly type: 'file' | 'directory';
  /** The unpacked size, in bytes. */
  readonly size: number;
  /** May be read once, before the next entry is requested. Never more than `size` bytes. */
  readonly content: AsyncIterable<Uint8Array>;
}

export interface ZipLimits {
  /** The maximum size of the central directory, in bytes. */
  readonly directory: number;
  readonly entries: number;
  /** The maximum size of the content of all entries together, in bytes. */
  readonly unpacked: number;
}

// strictFileNames: a backslash is rejected instead of being read as a slash. The entries are read while the archive is
// open.
const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: true } as const;

/** In bytes: Linux has no longer paths. */
const LONGEST_PATH = 4096;

/** APPNOTE, sections 4.3.14 to 4.3.16: the records after the directory, with and without zip64. */
const END_SIZES = [22, 22 + 20 + 56];

/**
 * Yields the entries of the zip archive at `path`, in the order of its directory. All of them are unpacked and compared
 * with their checksums, including those that the caller does not read. Throws `MalformedFile` if the bytes are not a
 * zip archive, are truncated, exceed a limit or have paths that lead out of it, and if other readers could find other
 * entries: a path is duplicate, or entries and directory disagree.
 */
export async function* zipEntries(path: string, limits: ZipLimits): AsyncGenerator<ZipEntry> {
  await using file = await open(path, 'r');
  try {
    using zip = await openZip(file);
    yield* checkedEntries(zip.directory, new FileWindow(file), limits);
  } catch (error) {
    throw asMalformed(error);
  }
}

/**
 * Returns the content of the first entry whose path matches; undefined if there is none. For stored archives, so no
 * other entry is checked. Throws `MalformedFile` if the entry cannot be read.
 */
export async function readZipEntry(path: string, fits: (path: string) => boolean): Promise<Uint8Array | undefined> {
  await using file = await open(path, 'r');
  try {
    using zip = await openZip(file);
    for await (const entry of zip.directory.eachEntry()) {
      if (!fits(entry.fileName)) continue;
      const window = new FileWindow(file);
      return await buffer(zipContent(window, await checkLocalHeader(window, entry)));
    }
    return undefined;
  } catch (error) {
    throw asMalformed(error);
  }
}

async function openZip(file: FileHandle): Promise<Disposable & { readonly directory: ZipFile }> {
  const { size } = await file.stat();
  const directory = await fromRandomAccessReaderPromise(new DirectoryReader(new FileWindow(file)), size, OPTIONS);
  // The iteration throws errors; a late one must not end the process.
  directory.on('error', () => {});
  return { directory, [Symbol.dispose]: () => directory.close() };
}

async function* checkedEntries(zip: ZipFile, file: FileWindow, limits: ZipLimits): AsyncGenerator<ZipEntry> {
  const directoryStart = cursorOf(zip);
  const paths = new Set<string>();
  const extents: ZipExtent[] = [];
  let unpacked = 0;
  if (zip.entryCount > limits.entries) {
    throw new MalformedFile(`The zip archive has more than ${limits.entries} entries, the maximum.`);
  }
  if (zip.fileSize - directoryStart > limits.directory) {
    throw new MalformedFile(`The zip archive has a directory of more than ${limits.directory} bytes, the maximum.`);
  }
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpacked) {
      throw new MalformedFile(`The zip archive unpacks to more than ${limits.unpacked} bytes, the maximum.`);
    }
    checkPath(entry, paths);
    const extent = await checkLocalHeader(file, entry);
    extents.push(extent);
    let checked = false;
    const content = async function* (): AsyncGenerator<Uint8Array> {
      try {
        yield* zipContent(file, extent);
        checked = true;
      } catch (error) {
        throw asMalformed(error);
      }
    };
    yield {
      path: entry.fileName,
      type: entry.fileName.endsWith('/') ? 'directory' : 'file',
      size: entry.uncompressedSize,
      content: content(),
    };
    if (!checked) for await (const _ of content());
  }
  checkEnd(zip);
  await checkLayout(file, extents, directoryStart);
}

/** Reads the directory for the library. */
class DirectoryReader extends RandomAccessReader {
  readonly #file: FileWindow;

  constructor(file: FileWindow) {
    super();
    this.#file = file;
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const copy = async (): Promise<number> => (await this.#file.read(position, length)).copy(target, offset);
    callbackify(copy)(callback);
  }
}

function checkPath({ fileName, fileNameRaw }: Entry, paths: Set<string>): void {
  if (fileNameRaw.byteLength > LONGEST_PATH) {
    throw new MalformedFile(
      `The zip archive has a path of more than ${LONGEST_PATH} bytes, the maximum: ${quoted(fileName)}.`,
    );
  }
  const path = fileName
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
  if (paths.has(path)) throw new MalformedFile(`The zip archive has the path ${quoted(fileName)} twice.`);
  paths.add(path);
}

/** Some readers use the number of entries in the directory, others its length. */
function checkEnd(zip: ZipFile): void {
  const left = zip.fileSize - cursorOf(zip) - zip.comment.length;
  if (END_SIZES.includes(left)) return;
  throw new MalformedFile('The zip archive has more entries in its directory than it declares.');
}

/** Returns the offset of the next entry of the directory. The library's types belong to an earlier version. */
function cursorOf({ readEntryCursor }: ZipFile): number {
  return Number(readEntryCursor);
}

function asMalformed(error: unknown): unknown {
  if (error instanceof MalformedFile || !(error instanceof Error)) return error;
  // A failure of the disk is not a fault of the archive.
  if ('syscall' in error) return error;
  return new MalformedFile(pathFault(error.message) ?? `The zip archive is damaged or truncated (${error.message}).`, {
    cause: error,
  });
}

/** The library's messages about a path in the directory, and their explanations. */
const PATH_FAULTS = {
  'invalid characters in fileName: ': 'which has a backslash. Separate folders with "/"',
  'absolute path: ': 'which leads out of it',
  'invalid relative path: ': 'which leads out of it',
};

function pathFault(message: string): string | undefined {
  const [start, fault] = Object.entries(PATH_FAULTS).find(([known]) => message.startsWith(known)) ?? [];
  return start && `The zip archive has the path ${quoted(message.slice(start.length))}, ${fault}.`;
}

/** Reads zip archives (PKWARE APPNOTE) by their central directory, entry by entry. */
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
  /** As written in the archive; never absolute, never upwards. That of a directory ends in a slash. */
  readonly path: string;
  readonly type: 'file' | 'directory';
  /** Unpacked, in bytes. */
  readonly size: number;
  /** To be read, once, before the next entry is requested. Never more than `size` bytes. */
  readonly content: AsyncIterable<Uint8Array>;
}

export interface ZipLimits {
  /** Of the directory behind the entries, in bytes. */
  readonly directory: number;
  readonly entries: number;
  /** Of the content of all entries, in bytes. */
  readonly unpacked: number;
}

// strictFileNames: a backslash is refused, not read as a slash. The entries are read while the archive is open.
const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: true } as const;

/** In bytes: Linux has no longer paths. */
const LONGEST_PATH = 4096;

/** APPNOTE, sections 4.3.14 to 4.3.16: the records behind the directory, with and without zip64. */
const END_SIZES = [22, 22 + 20 + 56];

/**
 * The entries of the zip archive at `path`, in the order of its directory. All of them are unpacked and compared with
 * their checksums, those that the caller leaves unread as well. Throws `MalformedFile` for bytes that are not a zip
 * archive, are cut off, hold paths that lead out of it or exceed a limit, and for archives in which other readers can
 * find other entries: a path comes twice, or entries and directory disagree.
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
 * Reads the first entry whose path fits, undefined if there is none. No other entry is checked: for archives that were
 * accepted before. Throws `MalformedFile` if the entry cannot be read.
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
  // Errors reach the iteration; a late one must not end the process.
  directory.on('error', () => {});
  return { directory, [Symbol.dispose]: () => directory.close() };
}

async function* checkedEntries(zip: ZipFile, file: FileWindow, limits: ZipLimits): AsyncGenerator<ZipEntry> {
  const directoryStart = cursorOf(zip);
  const paths = new Set<string>();
  const extents: ZipExtent[] = [];
  let unpacked = 0;
  if (zip.entryCount > limits.entries) {
    throw new MalformedFile(`The zip archive has more than ${limits.entries} entries.`);
  }
  if (zip.fileSize - directoryStart > limits.directory) {
    throw new MalformedFile(`The zip archive has a directory of more than ${limits.directory} bytes.`);
  }
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpacked) {
      throw new MalformedFile(`The zip archive unpacks to more than the ${limits.unpacked} bytes allowed.`);
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

/** Reads what the library reads, which is the directory. */
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
    throw new MalformedFile(`The zip archive has a path of more than ${LONGEST_PATH} bytes: ${quoted(fileName)}.`);
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
  throw new MalformedFile('The zip archive has more in its directory than the number of its entries says.');
}

/** The offset of the next entry of the directory. The library's types are of an earlier version. */
function cursorOf({ readEntryCursor }: ZipFile): number {
  return Number(readEntryCursor);
}

function asMalformed(error: unknown): unknown {
  if (error instanceof MalformedFile || !(error instanceof Error)) return error;
  // A failure of the disk is no fault of the archive.
  if ('syscall' in error) return error;
  return new MalformedFile(pathFault(error.message) ?? `The zip archive is damaged or cut off (${error.message}).`, {
    cause: error,
  });
}

/** What the library says of a path in the directory, and what is wrong with such a path. */
const PATH_FAULTS = {
  'invalid characters in fileName: ': 'which has a backslash. Separate folders with "/"',
  'absolute path: ': 'which leads out of it',
  'invalid relative path: ': 'which leads out of it',
};

function pathFault(message: string): string | undefined {
  const [start, fault] = Object.entries(PATH_FAULTS).find(([known]) => message.startsWith(known)) ?? [];
  return start && `The zip archive has the path ${quoted(message.slice(start.length))}, ${fault}.`;
}

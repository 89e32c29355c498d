/** Reads zip archives (PKWARE APPNOTE) by their central directory, entry by entry. */
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { MalformedFile } from './malformed-file.ts';
import { quoted } from './quoted.ts';

export interface ZipEntry {
  /** As written in the archive; never absolute, never upwards. That of a directory ends in a slash. */
  readonly path: string;
  readonly type: 'file' | 'directory';
  /** Unpacked, in bytes. */
  readonly size: number;
  /** To be read before the next entry is asked for. Never more than `size` bytes. */
  readonly content: AsyncIterable<Uint8Array>;
}

// strictFileNames: a backslash is refused, not read as a slash. The entries are looked into while the archive is open.
const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: true } as const;

// APPNOTE, section 4.4.4: sizes and CRC follow the content instead of standing before it; the content is encrypted.
const SIZES_FOLLOW = 0x08;
const ENCRYPTED = 0x01;
const IN_ZIP64_FIELD = 0xffffffff;

/** APPNOTE, sections 4.3.14 to 4.3.16: what stands behind the directory, with and without zip64. */
const END_SIZES = [22, 22 + 20 + 56];

/**
 * The entries of the zip archive at `path`, in the order of its directory. Throws `MalformedFile` for bytes that are not
 * a zip archive, are cut off, hold paths that lead out of it, hold more than `maxEntries` entries, or whose directory
 * has more in it than it says: other readers would see other entries.
 */
export async function* zipEntries(path: string, maxEntries: number): AsyncGenerator<ZipEntry> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, OPTIONS);
    // Errors reach the iteration; a late one must not bring the process down.
    zip.on('error', () => {});
    if (zip.entryCount > maxEntries) throw new MalformedFile(`The zip archive has more than ${maxEntries} entries.`);
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize: size } = entry;
      yield {
        path: fileName,
        type: fileName.endsWith('/') ? 'directory' : 'file',
        size,
        content: contentOf(zip, entry),
      };
    }
    checkEnd(zip);
  } catch (error) {
    throw asMalformed(error);
  } finally {
    zip?.close();
  }
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    await checkLocalHeader(zip, entry);
    let sum = 0;
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      const bytes: Uint8Array = piece;
      sum = crc32(bytes, sum);
      yield bytes;
    }
    if (sum !== entry.crc32) throw contradiction(entry, 'its content does not have the checksum declared for it');
  } catch (error) {
    throw asMalformed(error);
  }
}

/** Readers that take an archive from front to back see the local headers only, so these have to say the same. */
async function checkLocalHeader(zip: ZipFile, entry: Entry): Promise<void> {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
    throw new MalformedFile(`The zip archive has ${quoted(entry.fileName)} encrypted.`);
  }
  const local = await zip.readLocalFileHeaderPromise(entry);
  const follow = (local.generalPurposeBitFlag & SIZES_FOLLOW) !== 0;
  const agrees = (name: 'crc32' | 'compressedSize' | 'uncompressedSize'): boolean =>
    follow || local[name] === entry[name] || (name !== 'crc32' && local[name] === IN_ZIP64_FIELD);
  const same =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    local.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    agrees('crc32') &&
    agrees('compressedSize') &&
    agrees('uncompressedSize');
  if (!same) throw contradiction(entry, 'its own header and the directory of the archive contradict each other');
}

/** Some readers go by the directory's number of entries, others by its length. */
function checkEnd({ fileSize, readEntryCursor, comment }: ZipFile): void {
  // The library moves it from a place to the next, and its types are of an earlier version.
  const left = fileSize - Number(readEntryCursor) - comment.length;
  if (END_SIZES.includes(left)) return;
  throw new MalformedFile('The zip archive has more in its directory than the number of its entries says.');
}

function contradiction({ fileName }: Entry, reason: string): MalformedFile {
  return new MalformedFile(`The zip archive is damaged at ${quoted(fileName)}: ${reason}.`);
}

function asMalformed(error: unknown): unknown {
  if (error instanceof MalformedFile || !(error instanceof Error)) return error;
  // Failures of the disk are nobody's fault who sent the archive.
  if ('syscall' in error) return error;
  return new MalformedFile(`The zip archive is damaged or cut off (${error.message}).`, { cause: error });
}

/** Reads tar archives (ustar, GNU and pax) entry by entry. */
import { Readable, pipeline } from 'node:stream';
import type { extract } from 'tar-stream';
import { LONGEST_PATH, limitedExtract, longPath } from './limited-tar.ts';
import { MalformedFile } from './malformed-file.ts';
import { WatchedSource } from './watched-source.ts';

export interface TarEntry {
  /** As written in the archive: it may be absolute or lead upwards. */
  readonly path: string;
  /** `file`, `directory`, `symlink`, `link` and so on; `unknown` for types without a specification. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** Must be read before the next entry is requested. Unread content is skipped. */
  readonly content: AsyncIterable<Uint8Array>;
}

type Extractor = ReturnType<typeof extract>;
type Entry = Extractor extends AsyncIterable<infer Item> ? Item : never;

/**
 * Yields the entries of a tar archive, in order. Throws `MalformedFile` if the bytes are not a tar archive or are
 * truncated, and for more than `maxEntries` entries, a path of more than 4 KiB, too large pax headers, and GNU sparse
 * files. Errors of `archive` are passed on unchanged.
 */
export async function* tarEntries(archive: AsyncIterable<Uint8Array>, maxEntries: number): AsyncGenerator<TarEntry> {
  const parser = limitedExtract();
  const source = new WatchedSource(archive);
  // The callback only prevents unhandled errors; the iteration throws them.
  pipeline(Readable.from(source, { objectMode: true }), parser, () => {});
  let count = 0;
  try {
    for await (const entry of parser) {
      if (count++ === maxEntries)
        throw new MalformedFile(`The tar archive has more than ${maxEntries} entries, the maximum.`);
      const { name, type, size } = entry.header;
      if (Buffer.byteLength(name) > LONGEST_PATH) throw longPath();
      // The library returns null for unknown types, which its types omit.
      yield { path: name, type: type ?? 'unknown', size, content: pieces(entry) };
      entry.resume();
    }
  } catch (error) {
    source.throwIfFailed();
    if (error instanceof MalformedFile) throw error;
    throw new MalformedFile('The tar archive is damaged or truncated.', { cause: error });
  }
}

/** The library's streams are iterable, which its types omit. */
function pieces(entry: Entry): AsyncIterable<Uint8Array> {
  return entry as Entry & AsyncIterable<Uint8Array>;
}

/** Reads tar archives (ustar, GNU and pax) entry by entry. */
import { Readable, pipeline } from 'node:stream';
import type { extract } from 'tar-stream';
import { LONGEST_PATH, limitedExtract, longPath } from './limited-tar.ts';
import { MalformedFile } from './malformed-file.ts';
import { WatchedSource } from './watched-source.ts';

export interface TarEntry {
  /** As written in the archive: it may be absolute or lead upwards. */
  readonly path: string;
  /** `file`, `directory`, `symlink`, `link` and so on; `unknown` for what no specification names. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** To be read before the next entry is asked for; what is left unread is skipped. */
  readonly content: AsyncIterable<Uint8Array>;
}

type Extractor = ReturnType<typeof extract>;
type Entry = Extractor extends AsyncIterable<infer Item> ? Item : never;

/**
 * The entries of a tar archive, in order. Throws `MalformedFile` for bytes that are not a tar archive, are cut off, or
 * hold more than `maxEntries` entries, a path of more than 4 KiB, too large pax headers, or GNU sparse files. Errors of
 * `archive` pass unchanged.
 */
export async function* tarEntries(archive: AsyncIterable<Uint8Array>, maxEntries: number): AsyncGenerator<TarEntry> {
  const parser = limitedExtract();
  const source = new WatchedSource(archive);
  // The callback only keeps errors from being unhandled: the iteration meets them.
  pipeline(Readable.from(source, { objectMode: true }), parser, () => {});
  let count = 0;
  try {
    for await (const entry of parser) {
      if (count++ === maxEntries) throw new MalformedFile(`The tar archive has more than ${maxEntries} entries.`);
      const { name, type, size } = entry.header;
      if (Buffer.byteLength(name) > LONGEST_PATH) throw longPath();
      // The library's types leave out that it does not know all types.
      yield { path: name, type: type ?? 'unknown', size, content: pieces(entry) };
      entry.resume();
    }
  } catch (error) {
    source.throwIfFailed();
    if (error instanceof MalformedFile) throw error;
    throw new MalformedFile('The tar archive is damaged or cut off.', { cause: error });
  }
}

/** The library's streams can be iterated, which its types leave out. */
function pieces(entry: Entry): AsyncIterable<Uint8Array> {
  return entry as Entry & AsyncIterable<Uint8Array>;
}

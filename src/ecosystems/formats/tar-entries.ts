/** Reads tar archives (ustar, GNU and pax) entry by entry. */
import { Readable, pipeline } from 'node:stream';
import { extract } from 'tar-stream';
import { MalformedFile } from './malformed-file.ts';

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

/**
 * The entries of a tar archive, in order. Throws `MalformedFile` for bytes that are not a tar archive, are cut off, or
 * hold more than `maxEntries` entries. Errors of `archive` pass unchanged.
 */
export async function* tarEntries(archive: AsyncIterable<Uint8Array>, maxEntries: number): AsyncGenerator<TarEntry> {
  const parser = extract({ allowUnknownFormat: true });
  let failure: { readonly error: unknown } | undefined;
  const source = Readable.from(archive, { objectMode: true }).on('error', (error) => (failure = { error }));
  pipeline(source, parser, () => {});
  let count = 0;
  try {
    for await (const entry of parser) {
      if (count++ === maxEntries) throw new MalformedFile(`The tar archive has more than ${maxEntries} entries.`);
      const { name, type, size } = entry.header;
      yield { path: name, type: type ?? 'unknown', size: size ?? 0, content: entry };
      entry.resume();
    }
  } catch (error) {
    if (failure !== undefined) throw failure.error;
    if (error instanceof MalformedFile) throw error;
    throw new MalformedFile('The tar archive is damaged or cut off.', { cause: error });
  }
}

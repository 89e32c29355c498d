/** Archive entries, shared by wheels and source distributions. */
import { buffer } from 'node:stream/consumers';
import { quoted } from '../../formats/quoted.ts';
import type { TarEntry } from '../../formats/tar-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

/** An entry of a tar or a zip archive. */
export type ArchiveEntry = TarEntry;

// Reading time is proportional to the size, and only fields of limited length are stored.
const MAX_SIZE = 10 * 1024 * 1024;

/** Returns the segments of an entry's normalized path. Throws `UnacceptableFile` if it leads out of the archive. */
export function segmentsOf({ path }: ArchiveEntry): string[] {
  const segments = path.split('/');
  if (path.startsWith('/') || segments.includes('..')) {
    throw new UnacceptableFile(`The archive has the path ${quoted(path)}, which leads out of it.`);
  }
  return segments.filter((segment) => segment !== '' && segment !== '.');
}

/** Returns the bytes of a regular file of at most 10 MiB. Throws `UnacceptableFile` for any other entry. */
export async function readSmallFile({ path, type, size, content }: ArchiveEntry): Promise<Uint8Array> {
  if (type !== 'file') throw new UnacceptableFile(`The archive has ${quoted(path)} as a ${type}, not as a file.`);
  if (size > MAX_SIZE) {
    throw new UnacceptableFile(`The file ${quoted(path)} has ${size} bytes; the maximum is ${MAX_SIZE}.`);
  }
  return await buffer(content);
}

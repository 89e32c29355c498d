/** Reads the PKG-INFO of a source distribution (PEP 625, PEP 643, and older zip archives). */
import { open } from 'node:fs/promises';
import { decompress } from '../../formats/decompress.ts';
import { contentOf } from '../../formats/file-content.ts';
import { quoted } from '../../formats/quoted.ts';
import { tarEntries } from '../../formats/tar-entries.ts';
import { zipEntries } from '../../formats/zip-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readSmallFile, segmentsOf, type ArchiveEntry } from './archive-entry.ts';

export interface SdistContent {
  /** The name of its folder: `{name}-{version}`. */
  readonly stem: string;
  /** The bytes of PKG-INFO. */
  readonly metadata: Uint8Array;
}

const MAX_ENTRIES = 200_000;
const MAX_UNPACKED = 2 * 1024 * 1024 * 1024;
const MAX_ZIP_DIRECTORY = 64 * 1024 * 1024;

/**
 * Returns the metadata of the source distribution at `path`. Reads the whole archive, up to 2 GiB unpacked, because a
 * later entry overwrites an earlier one when it is unpacked. Throws `UnacceptableFile` unless there is exactly one
 * `{folder}/PKG-INFO`, and `MalformedFile` for bytes that are not an archive.
 */
export async function readSdist(path: string, archive: 'tar.gz' | 'zip'): Promise<SdistContent> {
  if (archive === 'zip') {
    const limits = { directory: MAX_ZIP_DIRECTORY, entries: MAX_ENTRIES, unpacked: MAX_UNPACKED };
    return findMetadata(zipEntries(path, limits));
  }
  await using handle = await open(path, 'r');
  return await findMetadata(tarEntries(decompress(contentOf(handle), 'gz', MAX_UNPACKED), MAX_ENTRIES));
}

async function findMetadata(entries: AsyncIterable<ArchiveEntry>): Promise<SdistContent> {
  let found: SdistContent | undefined;
  for await (const entry of entries) {
    const [stem = '', name, ...deeper] = segmentsOf(entry);
    if (name !== 'PKG-INFO' || deeper.length > 0) continue;
    if (found !== undefined) {
      throw new UnacceptableFile(
        `The archive has ${quoted(`${found.stem}/PKG-INFO`)} and ${quoted(entry.path)}; it must have one.`,
      );
    }
    found = { stem, metadata: await readSmallFile(entry) };
  }
  if (found === undefined) {
    throw new UnacceptableFile(
      'The archive has no file "PKG-INFO" in a folder with the name of the project and its version.',
    );
  }
  return found;
}

/** Extracts the control file from a package's control archive, within limits. */
import type { FileHandle } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { memberContent } from '../../formats/ar.ts';
import { decompress } from '../../formats/decompress.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { tarEntries, type TarEntry } from '../../formats/tar-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import type { PackedMember } from './deb-members.ts';

const MAX_ARCHIVE_SIZE = 16 * 1024 * 1024;
const MAX_CONTROL_SIZE = 1024 * 1024;
const MAX_ENTRIES = 1024;

/**
 * Returns the bytes of the file `control`, at most 1 MiB. Reads the whole archive, at most 16 MiB. Throws
 * `UnacceptableFile` if the file is missing, duplicate or not a file, if any path leads out of the archive, or if the
 * archive is malformed.
 */
export async function readControlFile(file: FileHandle, { member, compression }: PackedMember): Promise<Uint8Array> {
  try {
    return await findControlFile(decompress(memberContent(file, member), compression, MAX_ARCHIVE_SIZE));
  } catch (error) {
    if (error instanceof MalformedFile)
      throw new UnacceptableFile(`${member.name}: ${error.message}`, { cause: error });
    throw error;
  }
}

async function findControlFile(archive: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let control: Uint8Array | undefined;
  for await (const entry of tarEntries(archive, MAX_ENTRIES)) {
    const path = plainPath(entry);
    if (path === '' && entry.type !== 'directory') throw disguised(entry);
    if (path !== 'control') continue;
    if (control !== undefined) throw new UnacceptableFile('The control archive contains the file "control" twice.');
    control = await readEntry(entry);
  }
  if (control === undefined) throw new UnacceptableFile('The control archive contains no file "control".');
  return control;
}

/** Returns the entry's normalized path: `./control`, `.//control` and `control` are the same file. */
function plainPath({ path }: TarEntry): string {
  const segments = path.split('/');
  if (path.startsWith('/') || segments.includes('..')) {
    throw new UnacceptableFile(`The control archive has the path ${quoted(path)}, which leads out of the archive.`);
  }
  return segments.filter((segment) => segment !== '' && segment !== '.').join('/');
}

async function readEntry(entry: TarEntry): Promise<Uint8Array> {
  if (entry.type !== 'file') throw disguised(entry);
  if (entry.size > MAX_CONTROL_SIZE) {
    throw new UnacceptableFile(`The control file has ${entry.size} bytes; the maximum is ${MAX_CONTROL_SIZE}.`);
  }
  return await buffer(entry.content);
}

function disguised({ path, type }: TarEntry): UnacceptableFile {
  return new UnacceptableFile(
    `The control archive has ${quoted(path)} as a ${type}; its root must be a directory and "control" a regular file.`,
  );
}

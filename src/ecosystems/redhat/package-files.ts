/** The files of a package: paths and types, in the order of its header. */
import { MalformedFile } from '../../formats/malformed-file.ts';
import type { RpmHeader } from '../../formats/rpm-header.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { checkListable } from './shown-text.ts';
import { TAG } from './tags.ts';

export interface PackedFile {
  readonly path: string;
  /** `ghost`: belongs to the package, which does not contain it, such as a log file. */
  readonly type: 'file' | 'dir' | 'ghost';
}

/** In bytes, of all paths. */
const MOST_TEXT = 12 * 1024 * 1024;

/** Linux's PATH_MAX, in bytes. */
const LONGEST_PATH = 4096;

/** stat(2): the type of a file in its mode. */
const TYPE_BITS = 0o170000;
const DIRECTORY = 0o040000;

/** RPMFILE_GHOST. */
const GHOST = 1 << 6;

/** Throws `MalformedFile` if the lists of the header contradict each other, `UnacceptableFile` for an impossible path. */
export async function readFiles(header: RpmHeader): Promise<readonly PackedFile[]> {
  const paths = await readPaths(header);
  const modes = await header.integers(TAG.fileModes);
  const flags = await header.integers(TAG.fileFlags);
  return paths.map((path, n) => {
    const isDirectory = ((modes[n] ?? 0) & TYPE_BITS) === DIRECTORY;
    return { path, type: isDirectory ? 'dir' : ((flags[n] ?? 0) & GHOST) !== 0 ? 'ghost' : 'file' };
  });
}

/** Returns whether a path is in the list of all packages, which clients fetch first (createrepo_c's rule). */
export function isPrimary(path: string): boolean {
  return path.includes('bin/') || path.startsWith('/etc/') || path === '/usr/lib/sendmail';
}

async function readPaths(header: RpmHeader): Promise<readonly string[]> {
  const names = await header.strings(TAG.baseNames);
  if (names.length === 0) return checked(await header.strings(TAG.oldFileNames));
  const directories = await header.strings(TAG.dirNames);
  const indexes = await header.integers(TAG.dirIndexes);
  if (indexes.length !== names.length)
    throw new MalformedFile(`The RPM header has ${names.length} files in ${indexes.length} folders.`);
  let size = 0;
  const paths = names.map((name, n) => {
    const directory = directories[indexes[n] ?? -1];
    if (directory === undefined) throw new MalformedFile('The RPM header has a file in a folder that does not exist.');
    size += directory.length + name.length;
    if (size > MOST_TEXT)
      throw new UnacceptableFile(
        `The paths of the package's files have more than ${MOST_TEXT} bytes, the maximum. Split the package.`,
      );
    return directory + name;
  });
  return checked(paths);
}

function checked(paths: readonly string[]): readonly string[] {
  for (const path of paths) {
    if (path.length > LONGEST_PATH)
      throw new UnacceptableFile(
        `The package has a path of ${path.length} characters; the maximum is ${LONGEST_PATH}.`,
      );
    checkListable('path', path);
  }
  return paths;
}

/** Reads the paths of the files that a package installs, from its data archive (deb(5)). */
import type { FileHandle } from 'node:fs/promises';
import { memberContent } from '../../formats/ar.ts';
import { decompress } from '../../formats/decompress.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { tarEntries } from '../../formats/tar-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import type { DebMembers } from './deb-members.ts';

/** `unknown`: the reason why the paths are not known, such as `its data archive is compressed with bz2`. */
export type InstalledFiles = { readonly paths: readonly string[] } | { readonly unknown: string };

export interface DataLimits {
  readonly files: number;
  /** In UTF-16 code units, of all paths. */
  readonly text: number;
  /** In bytes. */
  readonly unpacked: number;
  /** In bytes, compressed: xz takes about a second for 8 MiB. */
  readonly xz: number;
}

const MIB = 1024 * 1024;

/** Larger packages are accepted, because the list of files is an addition, which is not worth rejecting a package. */
const usualLimits: DataLimits = { files: 200_000, text: 16 * MIB, unpacked: 512 * MIB, xz: 32 * MIB };

/**
 * Returns the paths of all files but directories, relative to the root, in the order of the archive, each once. Throws
 * `UnacceptableFile` if the archive is malformed or a path leads out of it.
 */
export async function readInstalledFiles(
  file: FileHandle,
  { member, compression }: DebMembers['data'],
  limits = usualLimits,
): Promise<InstalledFiles> {
  if (compression === 'bz2' || compression === 'lzma')
    return { unknown: `its data archive is compressed with ${compression}` };
  if (compression === 'xz' && member.size > limits.xz)
    return { unknown: `its data archive has more than ${limits.xz} bytes of xz` };
  try {
    return await collectPaths(decompress(memberContent(file, member), compression, Infinity), limits);
  } catch (error) {
    if (error instanceof TooLarge) return { unknown: error.message };
    if (error instanceof MalformedFile)
      throw new UnacceptableFile(`${member.name}: ${error.message}`, { cause: error });
    throw error;
  }
}

class TooLarge extends Error {}

async function collectPaths(archive: AsyncIterable<Uint8Array>, limits: DataLimits): Promise<InstalledFiles> {
  const paths = new Set<string>();
  let text = 0;
  for await (const { path, type } of tarEntries(upTo(archive, limits.unpacked), Infinity)) {
    const plain = plainPath(path);
    if (type === 'directory' || plain === '' || paths.has(plain)) continue;
    paths.add(plain);
    text += plain.length;
    if (paths.size > limits.files) throw new TooLarge(`it has more than ${limits.files} files`);
    if (text > limits.text) throw new TooLarge(`its paths have more than ${limits.text} characters`);
  }
  return { paths: [...paths] };
}

async function* upTo(content: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of content) {
    size += piece.byteLength;
    if (size > limit) throw new TooLarge(`its data archive unpacks to more than ${limit} bytes`);
    yield piece;
  }
}

/** dpkg removes `/` and `./` from the beginning. */
function plainPath(path: string): string {
  const segments = path.split('/');
  if (segments.includes('..'))
    throw new UnacceptableFile(`The data archive has the path ${quoted(path)}, which leads out of the archive.`);
  return segments.filter((segment) => segment !== '' && segment !== '.').join('/');
}

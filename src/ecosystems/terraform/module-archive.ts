/** Reads the archive of a module: where the module is in it, and which parts can be used alone. */
import { open } from 'node:fs/promises';
import { decompress } from '../../formats/decompress.ts';
import { contentOf } from '../../formats/file-content.ts';
import { quoted } from '../../formats/quoted.ts';
import { tarEntries, type TarEntry } from '../../formats/tar-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { createTree } from './archive-tree.ts';

export interface ModuleArchive {
  /** The only folder, which has everything, as in archives of GitHub; undefined for a module at the root. */
  readonly folder: string | undefined;
  /** The folders of parts that can be used alone, in order. */
  readonly submodules: readonly string[];
}

const MOST_ENTRIES = 20_000;
/** In bytes. */
const MOST_UNPACKED = 1024 ** 3;
/** For the list of versions, which has them all. */
const MOST_SUBMODULES = 100;

/**
 * Reads the whole archive at `path`. Throws `UnacceptableFile` for entries that Terraform does not unpack safely or
 * completely, and if there are no files of Terraform; `MalformedFile` for bytes that are not an archive.
 */
export async function readModuleArchive(path: string): Promise<ModuleArchive> {
  await using handle = await open(path, 'r');
  return await readEntries(tarEntries(decompress(contentOf(handle), 'gz', MOST_UNPACKED), MOST_ENTRIES));
}

async function readEntries(entries: AsyncIterable<TarEntry>): Promise<ModuleArchive> {
  const tree = createTree();
  const modules = new Set<string>();
  for await (const { path, type } of entries) {
    const segments = tree.add(path, type);
    if (type === 'file' && isConfiguration(segments.at(-1) ?? '')) modules.add(segments.slice(0, -1).join('/'));
  }
  if (modules.size === 0) throw new UnacceptableFile('The archive has no file of Terraform. Add one, such as main.tf.');
  const top = tree.onlyFolder();
  const folder = top === SUBMODULES ? undefined : top;
  if (folder !== undefined) checkFolder(folder);
  const start = folder === undefined ? '' : `${folder}/`;
  const submodules = [...modules].flatMap((path) => {
    const below = path.startsWith(start) ? path.slice(start.length) : '';
    const [parent, , ...deeper] = below.split('/');
    return parent === SUBMODULES && below !== SUBMODULES && deeper.length === 0 ? [below] : [];
  });
  return { folder, submodules: submodules.toSorted().slice(0, MOST_SUBMODULES) };
}

/** The folder that Terraform's standard structure of modules has for submodules. */
const SUBMODULES = 'modules';

/** The folder is part of an address that clients parse. They do not replace `*` for parts of a module. */
function checkFolder(folder: string): void {
  if (/^[\w.-]+$/.test(folder)) return;
  throw new UnacceptableFile(
    `The archive has everything in the folder ${quoted(folder)}. Pack its content, or rename it to letters, digits, ".", "_" and "-".`,
  );
}

/** OpenTofu reads `.tofu`, too. */
function isConfiguration(name: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

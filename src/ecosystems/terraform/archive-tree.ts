/** The paths of an archive, checked so that every client unpacks the same files, and none outside of its folder. */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

export interface ArchiveTree {
  /** Adds an entry. Returns the segments of its path. Throws `UnacceptableFile` if it cannot be unpacked safely. */
  add(path: string, type: string): readonly string[];
  /** Returns the folder that has all entries; undefined if there is none. */
  onlyFolder(): string | undefined;
}

/** In characters. */
const LONGEST_PATH = 1000;
/** Each is looked up with all folders above it. */
const DEEPEST_PATH = 100;
/** All folders are kept, also those that only paths below them mention. */
const MOST_FOLDERS = 20_000;

export function createTree(): ArchiveTree {
  const files = new Set<string>();
  const folders = new Set<string>();
  const tops = new Set<string>();
  return {
    add: (path, type) => {
      const segments = segmentsOf(path);
      if (type !== 'file' && type !== 'directory')
        throw refused(path, `is a ${type}`, 'Pack plain files and folders only');
      const whole = segments.join('/');
      if (type === 'file' && (files.has(whole) || folders.has(whole)))
        throw refused(path, 'is there twice', 'Pack it again');
      const above = segments.slice(0, type === 'file' ? -1 : undefined);
      for (let depth = 1; depth <= above.length; depth += 1) {
        const folder = above.slice(0, depth).join('/');
        if (files.has(folder)) throw refused(path, 'is below a file', 'Pack it again');
        folders.add(folder);
      }
      if (folders.size > MOST_FOLDERS)
        throw new UnacceptableFile(
          `The archive has more than ${MOST_FOLDERS} folders. Leave out those that Terraform does not need.`,
        );
      if (type === 'file') files.add(whole);
      const [top] = segments;
      if (top !== undefined) tops.add(top);
      return segments;
    },
    onlyFolder: () => {
      const [top, ...others] = tops;
      return top !== undefined && others.length === 0 && folders.has(top) ? top : undefined;
    },
  };
}

function segmentsOf(path: string): readonly string[] {
  if (path.length > LONGEST_PATH) throw refused(path, `has more than ${LONGEST_PATH} characters`, 'Shorten it');
  // A backslash separates folders on Windows, where a colon follows the name of a disk.
  if (/[\\:\p{Cc}]/u.test(path)) throw refused(path, 'has a character that not all systems allow', 'Rename it');
  const segments = path.split('/');
  if (path.startsWith('/') || segments.includes('..'))
    throw refused(path, 'leads out of the archive', 'Pack the folder of the module itself');
  const named = segments.filter((segment) => segment !== '' && segment !== '.');
  if (named.length > DEEPEST_PATH) throw refused(path, `has more than ${DEEPEST_PATH} folders`, 'Pack it with fewer');
  return named;
}

function refused(path: string, fault: string, remedy: string): UnacceptableFile {
  return new UnacceptableFile(`The archive has the path ${quoted(path)}, which ${fault}. ${remedy}.`);
}

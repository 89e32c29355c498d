/** The data section of a package: a tar archive of the files that it installs (apk-v2(5)). */
import { createHash } from 'node:crypto';
import { atMost } from '../../formats/at-most.ts';
import { quoted } from '../../formats/quoted.ts';
import { strictTarEntries, type StrictTarEntry } from '../../formats/strict-tar.ts';
import type { TarEntry } from '../../formats/tar-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

export interface DataSummary {
  readonly entries: number;
  /** The size of all files, in bytes. */
  readonly size: number;
}

const MAX_ENTRIES = 200_000;
const MAX_UNPACKED = 2 * 1024 * 1024 * 1024;
/** In characters of their paths. */
const MAX_FOLDERS = 16 * 1024 * 1024;

/** Throws `UnacceptableFile` if apk would not install an entry, and `MalformedFile` if the archive is malformed. */
export async function readData(content: AsyncIterable<Uint8Array>): Promise<DataSummary> {
  const folders = createFolders();
  let [entries, size] = [0, 0];
  const options = { maxEntries: MAX_ENTRIES, end: 'any' } as const;
  for await (const entry of strictTarEntries(atMost(content, MAX_UNPACKED), options)) {
    checkPath(entry);
    folders.visit(entry);
    await checkChecksum(entry);
    entries += 1;
    size += entry.size;
  }
  return { entries, size };
}

function checkPath({ path }: TarEntry): void {
  const segments = path.split('/');
  if (path.startsWith('/') || segments.includes('..')) throw refused(path, 'which leads out of it');
  if (path === '' || path.startsWith('.') || segments.includes('.') || /\p{Cc}/u.test(path))
    throw refused(path, 'which apk ignores. Pack paths such as "usr/bin/demo", without "./"');
}

/** abuild adds these with abuild-tar. apk 3 does not install a file without one, and apk audits files with it. */
async function checkChecksum({ path, type, content, pax }: StrictTarEntry): Promise<void> {
  if (type !== 'file') return;
  const declared = pax.get(CHECKSUM);
  if (declared === undefined)
    throw refused(path, `but no ${CHECKSUM} in its pax header, without which apk 3 does not install it`);
  const sum = createHash('sha1');
  for await (const piece of content) sum.update(piece);
  const found = sum.digest('hex');
  if (declared.toLowerCase() !== found)
    throw refused(path, `with the SHA-1 ${quoted(declared)} in its pax header, but its content has ${found}`);
}

const CHECKSUM = 'APK-TOOLS.checksum.SHA1';

function createFolders(): { visit(entry: TarEntry): void } {
  const known = new Set<string>(['']);
  let length = 0;
  return {
    visit({ path, type }) {
      const plain = path.replace(/\/$/, '');
      if (type === 'directory') {
        if (!known.has(plain)) length += plain.length;
        known.add(plain);
        if (length > MAX_FOLDERS)
          throw new UnacceptableFile(
            `The directories of the package have paths of more than ${MAX_FOLDERS} characters.`,
          );
        return;
      }
      const parent = plain.slice(0, Math.max(plain.lastIndexOf('/'), 0));
      if (!known.has(parent))
        throw refused(path, `but no directory ${quoted(parent)} before it. apk 3 does not install such a file`);
    },
  };
}

function refused(path: string, reason: string): UnacceptableFile {
  return new UnacceptableFile(`The data section has the path ${quoted(path)}, ${reason}.`);
}

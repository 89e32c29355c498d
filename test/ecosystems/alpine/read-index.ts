/** Reads `APKINDEX.tar.gz`, for tests. */
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** The files of a tar archive, whose names are short, by their names. */
export function filesIn(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; at < archive.length && archive[at] !== 0;) {
    const name = archive.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 136), 8);
    files.set(name, archive.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

export function indexText(bytes: Uint8Array): string {
  return filesIn(gunzipSync(bytes)).get('APKINDEX')?.toString() ?? '';
}

/** The records of an index, by letters. */
export function recordsIn(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const records = indexText(bytes).split('\n\n').slice(0, -1);
  return records.map((record) => Object.fromEntries(record.split('\n').map((line) => [line[0] ?? '', line.slice(2)])));
}

/** Writes archives of small files, which are in memory. The same files give the same bytes. */
import { crc32, gzipSync } from 'node:zlib';
import { archiveEnd, fileHeader, padding } from './ustar-header.ts';

/** The contents by the paths of the files. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Returns a gzipped tar archive (POSIX, "ustar Interchange Format"). */
export function tarGzip(files: Files): Buffer {
  const entries = Object.entries(files).flatMap(([path, content]) => {
    const bytes = Buffer.from(content);
    return [fileHeader(path, bytes.length), bytes, padding(bytes.length)];
  });
  return gzipSync(Buffer.concat([...entries, archiveEnd]));
}

/** Returns an ar archive (ar(5), the common format). */
export function ar(files: Files): Buffer {
  const members = Object.entries(files).flatMap(([name, content]) => {
    const bytes = Buffer.from(content);
    const header = [name.padEnd(16), '0'.padEnd(12), '0'.padEnd(6), '0'.padEnd(6), '100644'.padEnd(8)];
    const size = `${String(bytes.length).padEnd(10)}\`\n`;
    return [Buffer.from(header.join('') + size, 'latin1'), bytes, Buffer.from(bytes.length % 2 === 0 ? '' : '\n')];
  });
  return Buffer.concat([Buffer.from('!<arch>\n'), ...members]);
}

/** Returns a zip archive with stored entries (PKWARE APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16). */
export function zip(files: Files): Buffer {
  const [pieces, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const shared = sharedFields(name, bytes);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, place, name]));
    pieces.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, entries, end]);
}

/** The fields that both headers have, from the version on. The date is the first that exists. */
function sharedFields(name: Buffer, bytes: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

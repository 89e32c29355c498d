/** Creates packages of Alpine Linux without files, each a different package. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { archiveEnd, fileHeader, padding } from '../../../src/formats/ustar-header.ts';

const data = gzipSync(archiveEnd);
const datahash = createHash('sha256').update(data).digest('hex');

export function apk(name: string): Uint8Array {
  const info = Buffer.from(`pkgname = ${name}\npkgver = 1.0-r0\narch = x86_64\ndatahash = ${datahash}\n`);
  const control = Buffer.concat([fileHeader('.PKGINFO', info.length), info, padding(info.length)]);
  return Buffer.concat([gzipSync(control), data]);
}

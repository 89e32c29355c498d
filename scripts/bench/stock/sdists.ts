/** Creates Python source distributions, each of another version. */
import { gzipSync } from 'node:zlib';
import { archiveEnd, fileHeader, padding } from '../../../src/formats/ustar-header.ts';

export interface Sdist {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export function sdist(project: string, version: string): Sdist {
  const folder = `${project}-${version}`;
  const metadata = Buffer.from(
    `Metadata-Version: 2.1\nName: ${project}\nVersion: ${version}\nRequires-Python: >=3.9\n`,
  );
  const tar = [fileHeader(`${folder}/PKG-INFO`, metadata.length), metadata, padding(metadata.length), archiveEnd];
  return { fileName: `${folder}.tar.gz`, bytes: gzipSync(Buffer.concat(tar)) };
}

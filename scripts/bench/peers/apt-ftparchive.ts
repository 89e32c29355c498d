/** Writes the index of a folder of debs with apt-ftparchive: the same digests and files as Larder, but unsigned. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../processes.ts';

/**
 * Writes `dists` for the debs in `pool` of the folder, and returns the seconds. Reads all debs again, unless a cache
 * has them.
 */
export async function writeIndex(folder: string, cache?: string): Promise<number> {
  await mkdir(path.join(folder, binaries), { recursive: true });
  const begun = performance.now();
  await run('sh', ['-c', script, 'sh', ...(cache === undefined ? [] : ['--db', cache])], { cwd: folder });
  return (performance.now() - begun) / 1000;
}

const binaries = 'dists/any/main/binary-amd64';

const script = `
set -e
apt-ftparchive --quiet --no-md5 --no-sha1 "$@" packages pool > ${binaries}/Packages
gzip -1 -c ${binaries}/Packages > ${binaries}/Packages.gz
apt-ftparchive --quiet --no-md5 --no-sha1 release dists/any > Release
mv Release dists/any/Release
`;

/** The index of a folder of debs, made by apt-ftparchive: like ours in its digests and files, but unsigned. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../processes.ts';

export interface Archive {
  /** Holds `pool` with the debs, and `dists`. */
  readonly folder: string;
  /** A database of what is known of each deb; absent to read them all again. */
  readonly cache?: string;
}

/** Makes the index anew. Answers the seconds that took, and how many packages are in it. */
export async function makeIndex({ folder, cache }: Archive): Promise<{ seconds: number; packages: number }> {
  await mkdir(path.join(folder, binaries), { recursive: true });
  const begun = performance.now();
  await run('sh', ['-c', script, 'sh', ...(cache === undefined ? [] : ['--db', cache])], { cwd: folder });
  const seconds = (performance.now() - begun) / 1000;
  const packages = await run('grep', ['-c', '^Package:', path.join(folder, binaries, 'Packages')]);
  return { seconds, packages: Number(packages) };
}

const binaries = 'dists/any/main/binary-amd64';

const script = `
set -e
apt-ftparchive --quiet --no-md5 --no-sha1 "$@" packages pool > ${binaries}/Packages
gzip -1 -c ${binaries}/Packages > ${binaries}/Packages.gz
apt-ftparchive --quiet --no-md5 --no-sha1 release dists/any > Release
mv Release dists/any/Release
`;

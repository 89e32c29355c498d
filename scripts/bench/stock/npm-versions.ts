/** Versions of an npm package, as npm publishes them. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';

export const packageName = 'measured';

/** Returns the body of the PUT that publishes a version. `content` is a file in its tarball. */
export async function publication(version: string, content: Uint8Array): Promise<string> {
  const manifest = {
    name: packageName,
    version,
    description: 'A package for measurements',
    license: 'MIT',
    main: 'index.js',
    keywords: ['measurement'],
    repository: { type: 'git', url: 'git+https://git.example.test/measured.git' },
    scripts: { test: 'node test.js' },
    engines: { node: '>=20' },
    dependencies: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`dependency-${at}`, `^${at}.1.0`])),
    devDependencies: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`tool-${at}`, `^${at}.2.0`])),
  };
  const archive = pack();
  archive.entry({ name: 'package/package.json' }, JSON.stringify(manifest));
  archive.entry({ name: 'package/data.bin' }, Buffer.from(content));
  archive.finalize();
  const tarball = gzipSync(await buffer(archive), { level: 1 });
  const dist = {
    shasum: createHash('sha1').update(tarball).digest('hex'),
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    tarball: `http://127.0.0.1/${packageName}/-/${packageName}-${version}.tgz`,
  };
  return JSON.stringify({
    _id: packageName,
    name: packageName,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, _id: `${packageName}@${version}`, dist } },
    _attachments: {
      [`${packageName}-${version}.tgz`]: {
        content_type: 'application/octet-stream',
        data: tarball.toString('base64'),
        length: tarball.byteLength,
      },
    },
  });
}

/** Real debs of 20 kB, each another package. */
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { buildDeb } from '../../../test/fixtures/deb-package.ts';
import { tarArchive } from '../../../test/fixtures/tar-archive.ts';

export interface Deb {
  readonly fileName: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What they install is the same in all: nobody here looks into it. */
const data = gzipSync(await tarArchive([{ name: './usr/share/bench/data', content: randomBytes(19_200) }]));

/** As many packages, named after the prefix. */
export async function debs(prefix: string, count: number): Promise<Deb[]> {
  const all: Deb[] = [];
  for await (const one of debsOneByOne(prefix, count)) all.push(one);
  return all;
}

/** The same, for more of them than should lie in memory. */
export async function* debsOneByOne(prefix: string, count: number): AsyncGenerator<Deb> {
  for (let at = 0; at < count; at++) {
    const name = `${prefix}-${String(at).padStart(6, '0')}`;
    yield { name, fileName: `${name}_1.0-1_amd64.deb`, bytes: await deb(name) };
  }
}

function deb(name: string): Promise<Uint8Array> {
  return buildDeb({
    control: {
      Package: name,
      Version: '1.0-1',
      Architecture: 'amd64',
      Maintainer: 'Bench <bench@example.test>',
      'Installed-Size': '42',
      Depends: 'libc6 (>= 2.34), libgcc-s1 (>= 3.0), zlib1g (>= 1:1.2.0)',
      Section: 'utils',
      Priority: 'optional',
      Homepage: `https://example.test/${name}`,
      Description: `Does nothing, as ${name}\n A longer text, as most packages have one, tells in two or three lines what\n it is that is not done here, and why nobody should install it.`,
    },
    members: ({ format, control, data: member }) => [format, control, { ...member, content: data }],
  });
}

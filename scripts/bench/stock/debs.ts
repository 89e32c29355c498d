/** Creates valid debs of 20 kB, each a different package. */
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

export interface Deb {
  readonly fileName: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The content is the same in all debs, because the server does not read it. */
const data = gzipSync(await tar('./usr/share/bench/data', randomBytes(19_200)));

/** Returns debs whose names begin with the prefix. */
export async function debs(prefix: string, count: number): Promise<Deb[]> {
  const all: Deb[] = [];
  for await (const deb of debsOneByOne(prefix, count)) all.push(deb);
  return all;
}

/** Yields the same debs, for more than fit into memory. */
export async function* debsOneByOne(prefix: string, count: number): AsyncGenerator<Deb> {
  for (let at = 0; at < count; at++) {
    const name = `${prefix}-${String(at).padStart(6, '0')}`;
    yield { name, fileName: `${name}_1.0-1_amd64.deb`, bytes: await deb(name) };
  }
}

async function deb(name: string): Promise<Uint8Array> {
  const fields = {
    Package: name,
    Version: '1.0-1',
    Architecture: 'amd64',
    Maintainer: 'Bench <bench@example.test>',
    'Installed-Size': '42',
    Depends: 'libc6 (>= 2.34), libgcc-s1 (>= 3.0), zlib1g (>= 1:1.2.0)',
    Section: 'utils',
    Priority: 'optional',
    Homepage: `https://example.test/${name}`,
    Description: `Package ${name} of the bench\n A longer text, which most packages have, explains in two or three lines that\n this one has no function, and should not be installed on any machine.`,
  };
  const control = Object.entries(fields).map(([field, value]) => `${field}: ${value}\n`);
  return Buffer.concat([
    Buffer.from('!<arch>\n'),
    ...member('debian-binary', Buffer.from('2.0\n')),
    ...member('control.tar.gz', gzipSync(await tar('./control', control.join('')))),
    ...member('data.tar.gz', data),
  ]);
}

/** Returns a member of an ar archive (deb(5), ar(5)). */
function member(name: string, content: Uint8Array): Uint8Array[] {
  const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(content.length).padEnd(10)}\`\n`;
  return [Buffer.from(header), content, Buffer.from(content.length % 2 === 1 ? '\n' : '')];
}

async function tar(name: string, content: string | Uint8Array): Promise<Uint8Array> {
  const archive = pack();
  archive.entry({ name, mtime: new Date(0), mode: 0o644 }, Buffer.from(content));
  archive.finalize();
  return await buffer(archive);
}

import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, gunzipSync } from 'node:zlib';
import { combineCrc32 } from '../../src/formats/crc32.ts';
import { deflateFragment, memberEnd, memberStart, storedBlock, sumsOf } from '../../src/formats/gzip-member.ts';
import { useTemporaryFolder } from '../storage/temporary-folder.ts';

async function memberOf(fragments: readonly Uint8Array[]): Promise<Buffer> {
  const deflated: Uint8Array[] = [];
  for (const fragment of fragments) deflated.push(await deflateFragment(fragment));
  return Buffer.concat([memberStart, ...deflated, memberEnd(fragments.map(sumsOf))]);
}

const stanza = (n: number) => `Package: tool-${n}\nVersion: 1.${n}\nDescription: A tool, the ${n}th of its kind\n\n`;

/** Returns fragments of different sizes; every tenth is empty. */
function fragmentsOf(count: number): Buffer[] {
  return Array.from({ length: count }, (_, n) =>
    Buffer.from(
      n % 10 === 9 ? '' : Array.from({ length: 1 + (n % 7) * 50 }, (_each, m) => stanza(n * 1000 + m)).join(''),
    ),
  );
}

/** Programs that write the content of a gzip file to their output. */
const readers = {
  gzip: ['gzip', '-dc'],
  'zlib in Python': [
    'python3',
    '-c',
    'import sys,zlib\nd=zlib.decompressobj(31)\ntext=d.decompress(open(sys.argv[1],"rb").read())\nassert d.eof and not d.unused_data\nsys.stdout.buffer.write(text)',
  ],
  'gzip in Python': ['python3', '-c', 'import sys,gzip\nsys.stdout.buffer.write(gzip.open(sys.argv[1]).read())'],
  apt: ['/usr/lib/apt/apt-helper', 'cat-file'],
} as const;

describe('a stored block', () => {
  it.each(['', 'a', 'é'.repeat(32_767)])('is part of a member: %#', async (text) => {
    const fragment = Buffer.from(stanza(1));
    const end = memberEnd([Buffer.from(text), fragment, Buffer.from(text)].map(sumsOf));
    const blocks = [storedBlock(text), await deflateFragment(fragment), storedBlock(text)];
    expect(gunzipSync(Buffer.concat([memberStart, ...blocks, end])).toString()).toBe(text + stanza(1) + text);
  });

  it('has at most 65,535 bytes', () => {
    expect(() => storedBlock('x'.repeat(65_536))).toThrow(RangeError);
  });
});

describe('a gzip member of fragments', () => {
  it.each([0, 1, 2, 3, 10, 200])('is read by zlib as one member, with %i fragments', async (count) => {
    const fragments = fragmentsOf(count);
    expect(gunzipSync(await memberOf(fragments)).equals(Buffer.concat(fragments))).toBe(true);
  });

  describe.each(Object.entries(readers))('for %s', (_name, [program, ...options]) => {
    const folder = useTemporaryFolder();
    const isMissing = spawnSync(program, ['--version']).error !== undefined;

    it.skipIf(isMissing).each([0, 1, 10, 200])('is a valid file with %i fragments', async (count) => {
      const fragments = fragmentsOf(count);
      const file = path.join(folder(), 'member.gz');
      await writeFile(file, await memberOf(fragments));
      const { status, stdout, stderr } = spawnSync(program, [...options, file], { maxBuffer: 64 * 1024 ** 2 });
      expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' });
      expect(stdout.equals(Buffer.concat(fragments))).toBe(true);
    });
  });

  it('is read with any bytes in any fragments', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 12 }), async (fragments) => {
        expect(gunzipSync(await memberOf(fragments)).equals(Buffer.concat(fragments))).toBe(true);
      }),
    );
  });

  it('is rejected by zlib if a fragment is replaced by another one of the same size', async () => {
    const [first, second] = [Buffer.from('a'.repeat(500)), Buffer.from('b'.repeat(500))];
    const broken = [memberStart, await deflateFragment(second), memberEnd([sumsOf(first)])];
    expect(() => gunzipSync(Buffer.concat(broken))).toThrow('incorrect data check');
  });

  it('has the size modulo 2^32 for more than 4 GiB, as RFC 1952 requires', () => {
    const end = Buffer.from(
      memberEnd([
        { size: 3 * 2 ** 31, crc32: 0 },
        { size: 2 ** 31 + 7, crc32: 0 },
      ]),
    );
    expect(end.readUInt32LE(6)).toBe(7);
  });
});

describe('the CRC-32 of joined bytes', () => {
  it('is that of zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 5000 }), (first, second) => {
        const joined = crc32(Buffer.concat([first, second]));
        expect(combineCrc32(crc32(first), crc32(second), second.length)).toBe(joined);
      }),
    );
  });

  it('does not depend on the order in which three parts are joined, for lengths over 4 GiB', () => {
    const sums = fc.record({ size: fc.nat({ max: 2 ** 40 }), crc: fc.integer({ min: 0, max: 2 ** 32 - 1 }) });
    fc.assert(
      fc.property(sums, sums, sums, (a, b, c) => {
        const leftFirst = combineCrc32(combineCrc32(a.crc, b.crc, b.size), c.crc, c.size);
        const rightFirst = combineCrc32(a.crc, combineCrc32(b.crc, c.crc, c.size), b.size + c.size);
        expect(leftFirst).toBe(rightFirst);
      }),
    );
  });

  it('is that of zlib for zeros, up to 16 MiB', () => {
    let crc = crc32(new Uint8Array(65_536));
    for (let size = 65_536; size < 2 ** 24; size *= 2) {
      crc = combineCrc32(crc, crc, size);
      expect(crc).toBe(crc32(new Uint8Array(size * 2)));
    }
  });
});

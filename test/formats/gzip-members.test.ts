import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { gzipMembers } from '../../src/formats/gzip-members.ts';
import { MalformedFile } from '../../src/formats/malformed-file.ts';
import { rounds } from '../fixtures/rounds.ts';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

async function membersOf(bytes: Uint8Array, most = 10): Promise<readonly Found[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-gzip-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'file');
  await writeFile(file, bytes);
  await using handle = await open(file);
  const found: Found[] = [];
  for await (const member of gzipMembers(handle, bytes.byteLength, most)) {
    const content = (await buffer(member.content)).toString('latin1');
    found.push({ start: member.start, end: member.end(), content });
  }
  return found;
}

/** A header with all optional fields (RFC 1952, section 2.3.1). */
function withHeader(member: Buffer): Buffer {
  const extra = Buffer.from([3, 0, 1, 2, 3]);
  const fields = Buffer.concat([extra, Buffer.from('name\0comment\0')]);
  const start = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3]), fields]);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(crc32(start) % 0x10000);
  return Buffer.concat([start, sum, member.subarray(10)]);
}

test('yields each member with its place', async () => {
  const [one, two] = [gzipSync('one'), withHeader(gzipSync('two'))];
  expect(await membersOf(Buffer.concat([one, two]))).toEqual([
    { start: 0, end: one.length, content: 'one' },
    { start: one.length, end: one.length + two.length, content: 'two' },
  ]);
});

test('finds the ends of members of any sizes', async () => {
  const sizes = fc.array(fc.nat({ max: 200_000 }), { minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(sizes, fc.constantFrom(0, 1, 9), async (all, level) => {
    const contents = all.map((size) => Buffer.alloc(size, `${size} bytes, `));
    const packed = contents.map((content) => gzipSync(content, { level }));
    const found = await membersOf(Buffer.concat(packed));
    expect(found.map(({ start, end }) => end - start)).toEqual(packed.map(({ length }) => length));
    expect(found.map(({ content }) => content.length)).toEqual(all);
  });
  await fc.assert(property, { numRuns: rounds(20) });
});

test.each([
  ['bytes that are not gzip', Buffer.from('hello'), /does not begin with a gzip member/],
  ['other bytes after a member', Buffer.concat([gzipSync('x'), Buffer.from('hello')]), /has bytes at 21 that are not/],
  ['another method of compression', Buffer.from([0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 0]), /does not begin with/],
  ['reserved flags', Buffer.from([0x1f, 0x8b, 8, 0x20, 0, 0, 0, 0, 0, 0]), /does not begin with/],
  ['one byte', Buffer.from([0x1f]), /truncated: it ends in a header/],
  ['a name without an end', Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 0, 65, 65]), /is truncated, or has a header/],
  ['an extra field without an end', Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0, 9]), /is truncated, or has/],
  ['no blocks', gzipSync('x').subarray(0, 10), /damaged or truncated/],
  ['no checksum', gzipSync('x').subarray(0, -8), /its last member has no end/],
  ['another checksum', Buffer.concat([gzipSync('x').subarray(0, -8), Buffer.alloc(8)]), /checksum does not match/],
  ['more members than the maximum', Buffer.concat(Array<Buffer>(11).fill(gzipSync('x'))), /more than 10 gzip members/],
])('rejects %s', async (_, bytes, reason) => {
  const rejection = await membersOf(bytes).catch((error: unknown) => error);
  expect(rejection).toBeInstanceOf(MalformedFile);
  expect(rejection).toHaveProperty('message', expect.stringMatching(reason));
});

test('any bytes are read or rejected', async () => {
  const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (rest) => {
    const bytes = Buffer.concat([gzipSync('x').subarray(0, 12), rest]);
    await membersOf(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(MalformedFile));
  });
  await fc.assert(property, { numRuns: rounds(50) });
});

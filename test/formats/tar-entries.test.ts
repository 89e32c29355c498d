import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { MalformedFile } from '../../src/formats/malformed-file.ts';
import { tarEntries } from '../../src/formats/tar-entries.ts';
import { paxRecord, tarArchive, tarWithHeader } from '../fixtures/tar-archive.ts';

const LONG_NAME = `${'a'.repeat(120)}/ü`;
const ARCHIVE = await tarArchive([
  { name: './', type: 'directory' },
  { name: './one', content: 'first' },
  { name: 'two', type: 'symlink', linkname: 'one' },
  { name: LONG_NAME, content: 'y'.repeat(100_000) },
]);

test('finds every entry with its kind and size', async () => {
  const found = [];
  for await (const { path, type, size } of tarEntries(inPieces(ARCHIVE), 10)) found.push([path, type, size]);
  expect(found).toEqual([
    ['./', 'directory', 0],
    ['./one', 'file', 5],
    ['two', 'symlink', 0],
    [LONG_NAME, 'file', 100_000],
  ]);
});

test('gives the content of an entry', async () => {
  const found = new Map<string, string>();
  for await (const { path, content } of tarEntries(inPieces(ARCHIVE), 10)) found.set(path, await text(content));
  expect(found.get('./one')).toBe('first');
});

test('requests a piece when the one before is consumed, whose memory may then change', async () => {
  const piece = Buffer.alloc(1000);
  const pieces = async function* () {
    for (let at = 0; at < ARCHIVE.length; at += piece.length) {
      const length = Buffer.from(ARCHIVE).copy(piece, 0, at);
      yield piece.subarray(0, length);
      piece.fill('x');
    }
  };
  const found = [];
  for await (const { path, content } of tarEntries(pieces(), 10)) found.push([path, await text(content)]);
  expect(found).toEqual([
    ['./', ''],
    ['./one', 'first'],
    ['two', ''],
    [LONG_NAME, 'y'.repeat(100_000)],
  ]);
});

test('finds the entry after a directory with a size, which has no content', async () => {
  const archive = Buffer.from(ARCHIVE);
  archive.write('00000007000', 124);
  archive.fill(' ', 148, 156);
  const sum = archive.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  archive.write(sum.toString(8).padStart(6, '0'), 148);
  const found = [];
  for await (const { path, size } of tarEntries(inPieces(archive), 10)) found.push([path, size]);
  expect(found.slice(0, 2)).toEqual([
    ['./', 0o7000],
    ['./one', 5],
  ]);
});

test('can be left before the end', async () => {
  for await (const { path } of tarEntries(inPieces(ARCHIVE), 10)) {
    expect(path).toBe('./');
    break;
  }
});

test('rejects more entries than allowed', async () => {
  await expect(drain(inPieces(ARCHIVE), 3)).rejects.toThrow('more than 3 entries');
});

const PATH = 'p'.repeat(4096);
const FILE = { name: 'one', content: 'first' };
const keys = (count: number): string =>
  Array.from({ length: count }, (_, index) => paxRecord(`SCHILY.xattr.${index}`, 'x')).join('');

test.each<[string, string, string, string]>([
  ['a pax path of 4097 bytes', 'x', paxRecord('path', `${PATH}p`), 'a path of more than 4096 bytes'],
  ['a path of GNU tar of 4097 bytes', 'L', `${PATH}p\0`, 'a path of more than 4096 bytes'],
  ['a link path of GNU tar of 4097 bytes', 'K', `${PATH}p\0`, 'a path of more than 4096 bytes'],
  ['a pax header of 64 KiB and more', 'x', paxRecord('comment', 'x'.repeat(65_530)), 'the maximum is 65536'],
  ['a global pax header of that size', 'g', paxRecord('comment', 'x'.repeat(65_530)), 'the maximum is 65536'],
  ['a pax header of 4 MiB', 'x', paxRecord('comment', 'x'.repeat(2 ** 22)), 'the maximum is 65536'],
  ['a pax header of 65 keys', 'x', keys(65), '65 keys in a pax header; the maximum is 64'],
  ['a global pax header of 65 keys', 'g', keys(65), '65 keys in a pax header; the maximum is 64'],
  ['a sparse file', 'x', paxRecord('GNU.sparse.name', './control'), 'a sparse file (GNU.sparse)'],
  ['sparse files', 'g', paxRecord('GNU.sparse.major', '1'), 'a sparse file (GNU.sparse)'],
])('rejects %s, naming the limit', async (_, flag, content, reason) => {
  const archive = inPieces(await tarWithHeader(flag, content, [FILE]));
  const drained = drain(archive, 10);
  await expect(drained).rejects.toThrow(MalformedFile);
  await expect(drained).rejects.toThrow(reason);
});

test.each<[string, string, string, string]>([
  ['a pax path of 4096 bytes', 'x', paxRecord('path', PATH), PATH],
  ['a path of GNU tar of 4096 bytes', 'L', `${PATH}\0`, PATH],
  ['a pax header of 60 KiB', 'x', paxRecord('comment', 'x'.repeat(60_000)), 'one'],
  ['a pax header of 64 keys', 'x', keys(64), 'one'],
  ['a global pax header', 'g', paxRecord('comment', 'x'), 'one'],
])('takes %s', async (_, flag, content, expected) => {
  const found = [];
  for await (const { path } of tarEntries(inPieces(await tarWithHeader(flag, content, [FILE])), 10)) found.push(path);
  expect(found).toEqual([expected]);
});

test('counts the keys of both pax headers of an entry', async () => {
  const own = await tarWithHeader('x', keys(40), [FILE]);
  const all = Buffer.concat([(await tarWithHeader('g', keys(80).slice(keys(40).length), [])).subarray(0, -1024), own]);
  await expect(drain(inPieces(all), 10)).rejects.toThrow('80 keys in a pax header');
});

test.each([
  ['bytes of another kind', Buffer.alloc(2048, 'x')],
  ['an archive that ends inside a file', ARCHIVE.subarray(0, 60_000)],
  ['an archive that ends inside a header', ARCHIVE.subarray(0, 700)],
  ['a header whose checksum is wrong', Buffer.concat([Buffer.from('z'), ARCHIVE.subarray(1)])],
])('rejects %s', async (_, bytes) => {
  await expect(drain(inPieces(bytes), 10)).rejects.toBeInstanceOf(MalformedFile);
});

test('passes on the errors of its source', async () => {
  await expect(drain(failing(), 10)).rejects.toThrow('the disk is gone');
});

test('passes on the errors of its source in the middle of an entry', async () => {
  const reading = async () => {
    for await (const { content } of tarEntries(failing(60_000), 10)) await text(content);
  };
  await expect(reading()).rejects.toThrow('the disk is gone');
});

async function drain(archive: AsyncIterable<Uint8Array>, maxEntries: number): Promise<void> {
  for await (const _ of tarEntries(archive, maxEntries));
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += 1000) yield bytes.subarray(start, start + 1000);
}

async function* failing(after = 100): AsyncGenerator<Uint8Array> {
  yield* inPieces(ARCHIVE.subarray(0, after));
  throw new Error('the disk is gone');
}

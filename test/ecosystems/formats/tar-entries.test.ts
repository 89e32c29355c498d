import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { MalformedFile } from '../../../src/ecosystems/formats/malformed-file.ts';
import { tarEntries } from '../../../src/ecosystems/formats/tar-entries.ts';
import { tarArchive } from '../../fixtures/tar-archive.ts';

const LONG_NAME = `${'a'.repeat(120)}/ü`;
const ARCHIVE = await tarArchive([
  { name: './', type: 'directory' },
  { name: './one', content: 'first' },
  { name: 'two', type: 'symlink', linkname: 'one' },
  { name: LONG_NAME, content: 'x'.repeat(100_000) },
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

test('can be left before the end', async () => {
  for await (const { path } of tarEntries(inPieces(ARCHIVE), 10)) {
    expect(path).toBe('./');
    break;
  }
});

test('refuses more entries than allowed', async () => {
  await expect(drain(inPieces(ARCHIVE), 3)).rejects.toThrow('more than 3 entries');
});

test.each([
  ['bytes of another kind', Buffer.alloc(2048, 'x')],
  ['an archive that ends inside a file', ARCHIVE.subarray(0, 60_000)],
  ['an archive that ends inside a header', ARCHIVE.subarray(0, 700)],
  ['a header whose checksum is wrong', Buffer.concat([Buffer.from('z'), ARCHIVE.subarray(1)])],
])('refuses %s', async (_, bytes) => {
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

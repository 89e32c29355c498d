import { text } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MalformedFile } from '../../src/formats/malformed-file.ts';
import { zipEntries, type ZipLimits } from '../../src/formats/zip-entries.ts';
import { withIncoming } from '../fixtures/local-file.ts';
import { zipArchive, type ZipRecipe } from '../fixtures/zip-archive.ts';
import { onlyFile } from '../../src/registry/ecosystem.ts';

const LIMITS: ZipLimits = { directory: 100_000, entries: 10, unpacked: 10_000_000 };

/** Content of more than one piece, which does not pack well. */
const LONG = Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 65_537).join();

/** APPNOTE, section 4.4.4: names in UTF-8, sizes and checksum behind the content. */
const FOLLOWING = { flags: 0x808 };

const one: ZipRecipe = { name: 'one.py', content: 'first' };
const two: ZipRecipe = { name: 'two.py', content: 'second' };

test('returns the entries in the order of the directory, with their content', async () => {
  const entries: ZipRecipe[] = [{ name: 'a/' }, one, { ...two, method: 'stored' }, { name: 'long', content: LONG }];
  expect(await contents(zipArchive(entries))).toEqual({ 'a/': '', 'one.py': 'first', 'two.py': 'second', long: LONG });
});

test.each([true, false])('takes data descriptors, with a signature: %s', async (signed) => {
  const entries = [one, two].map((recipe) => ({ ...recipe, fields: FOLLOWING, behind: descriptor(recipe, signed) }));
  const streamed = entries.map((recipe) => ({ ...recipe, local: { crc: 0, size: 0, packedSize: 0 } }));
  expect(await contents(zipArchive(streamed))).toEqual({ 'one.py': 'first', 'two.py': 'second' });
});

test.each<[string, readonly ZipRecipe[], string]>([
  ['a path that comes twice', [one, two, { ...one, content: 'other' }], 'the path "one.py" twice'],
  ['two spellings of one path', [one, { name: './/one.py' }], 'the path ".//one.py" twice'],
  ['a file and a directory of one path', [{ name: 'a' }, { name: 'a/' }], 'the path "a/" twice'],
  ['an entry that the directory lacks', [one, { ...two, hidden: true }], 'that are not in the directory'],
  ['a first entry that the directory lacks', [{ ...one, hidden: true }, two], 'does not begin with its first entry'],
  ['bytes between entries', [{ ...one, behind: Buffer.from('x') }, two], 'that are not in the directory'],
  ['content with a wrong checksum', [{ ...one, fields: { crc: 1 } }, two], 'does not match its checksum'],
  [
    'stored content with a wrong checksum',
    [{ ...one, method: 'stored', fields: { crc: 1 } }],
    'does not match its checksum',
  ],
  ['more content than declared', [{ ...one, fields: { size: 4 } }], 'damaged'],
  ['less content than declared', [{ ...one, fields: { size: 6 } }], 'its declared 6 bytes'],
  [
    'more long content than declared',
    [{ name: 'long', content: LONG, fields: { size: 1_100_000 } }],
    'does not have its declared 1100000 bytes',
  ],
  ['bytes behind packed content', [behindPacked(one), two], 'its packed content ends before'],
  ['LZMA', [{ ...one, fields: { method: 14 } }], 'compressed by method 14 (LZMA); only deflate and no compression are'],
  ['encryption', [{ ...one, fields: { flags: 0x801 } }], 'encrypted'],
  [
    'a descriptor with another size',
    [{ ...one, fields: FOLLOWING, behind: descriptor(two, true) }],
    'are not in the directory',
  ],
  ['no descriptor where one is declared', [{ ...one, fields: FOLLOWING }, two], 'are not in the directory'],
  [
    'another path in an extra field',
    [{ ...one, extra: unicodePath('one.py', 'two.py') }],
    'and the directory of the archive differ',
  ],
  ['a long path', [{ name: 'a/'.repeat(2049) }], 'a path of more than 4096 bytes'],
  ['too many entries', Array.from({ length: 11 }, (_, at) => ({ name: `${at}` })), 'more than 10 entries'],
])('rejects %s, whether it is read or not', async (_, entries, reason) => {
  const bytes = zipArchive(entries);
  await expect(contents(bytes)).rejects.toThrow(MalformedFile);
  await expect(contents(bytes)).rejects.toThrow(reason);
  await expect(paths(bytes)).rejects.toThrow(reason);
});

test('rejects more content than allowed, before it is unpacked', async () => {
  const bytes = zipArchive([one, { name: 'zeros', content: Buffer.alloc(1_000_000) }]);
  await expect(paths(bytes, { ...LIMITS, unpacked: 1_000_004 })).rejects.toThrow('more than 1000004 bytes');
  expect(await paths(bytes, { ...LIMITS, unpacked: 1_000_005 })).toEqual(['one.py', 'zeros']);
});

test('rejects a larger directory than allowed', async () => {
  const bytes = zipArchive([one, { ...two, extra: Buffer.from([0x99, 0x99, 96, 0, ...Buffer.alloc(96)]) }]);
  await expect(paths(bytes, { ...LIMITS, directory: 100 })).rejects.toThrow('a directory of more than 100 bytes');
  expect(await paths(bytes, { ...LIMITS, directory: 1000 })).toEqual(['one.py', 'two.py']);
});

async function contents(bytes: Uint8Array): Promise<Record<string, string>> {
  return await withIncoming(bytes, async (incoming) => {
    const { path } = onlyFile(incoming);
    const found: Record<string, string> = {};
    for await (const entry of zipEntries(path, LIMITS)) found[entry.path] = await text(entry.content);
    return found;
  });
}

async function paths(bytes: Uint8Array, limits: ZipLimits = LIMITS): Promise<string[]> {
  return await withIncoming(bytes, async (incoming) => {
    const { path } = onlyFile(incoming);
    const found: string[] = [];
    for await (const entry of zipEntries(path, limits)) found.push(entry.path);
    return found;
  });
}

/** APPNOTE, section 4.3.9. */
function descriptor({ content = '' }: ZipRecipe, signed: boolean): Buffer {
  const fields = Buffer.alloc(12);
  fields.writeUInt32LE(crc32(content), 0);
  fields.writeUInt32LE(deflateRawSync(content).byteLength, 4);
  fields.writeUInt32LE(Buffer.byteLength(content), 8);
  return signed ? Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), fields]) : fields;
}

function behindPacked(recipe: ZipRecipe): ZipRecipe {
  const packedSize = deflateRawSync(recipe.content ?? '').byteLength + 4;
  return { ...recipe, fields: { packedSize }, behind: Buffer.from('more') };
}

/** APPNOTE, section 4.6.9. */
function unicodePath(name: string, other: string): Buffer {
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + other.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(name), 5);
  return Buffer.concat([field, Buffer.from(other)]);
}

import { open } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { arMembers, memberContent } from '../../src/formats/ar.ts';
import { MalformedFile } from '../../src/formats/malformed-file.ts';
import { arArchive } from '../fixtures/ar-archive.ts';
import { withIncoming } from '../fixtures/local-file.ts';
import { onlyFile } from '../../src/registry/ecosystem.ts';

const ODD = { name: 'odd', content: Buffer.from('abc') };
const EVEN = { name: 'even', content: Buffer.from('abcd') };

test('finds every member with its content, whether its size is odd or even', async () => {
  expect(await membersOf(arArchive([ODD, EVEN, ODD]))).toEqual([
    ['odd', 'abc'],
    ['even', 'abcd'],
    ['odd', 'abc'],
  ]);
});

test('takes the slash off names as GNU ar writes them', async () => {
  expect(await membersOf(arArchive([{ ...EVEN, name: 'even/' }]))).toEqual([['even', 'abcd']]);
});

test('does without the padding of the last member', async () => {
  expect(await membersOf(arArchive([ODD]).subarray(0, -1))).toEqual([['odd', 'abc']]);
});

test('reads content larger than one piece', async () => {
  const content = Buffer.alloc(200_001, 'x');
  const [member] = await membersOf(arArchive([{ name: 'large', content }]));
  expect(member?.[1]).toBe(content.toString());
});

test.each([
  ['other bytes', Buffer.from('PK\x03\x04 and more'), /not an ar archive: it begins with "PK\\u0003\\u0004 and"/],
  ['no bytes', Buffer.alloc(0), /not an ar archive: it begins with ""/],
  ['a header that is cut off', arArchive([EVEN]).subarray(0, 40), /ends inside a member's header/],
  ['a member that is cut off', arArchive([EVEN]).subarray(0, -1), /"even" declares 4 bytes, but only 3 follow/],
  ['a size beyond the end', arArchive([{ ...EVEN, declaredSize: '9999999999' }]), /declares 9999999999 bytes/],
  ['a size below zero', arArchive([{ ...EVEN, declaredSize: '-4' }]), /as "-4 +", which is not a number/],
  ['a size that is empty', arArchive([{ ...EVEN, declaredSize: '' }]), /which is not a number/],
  [
    'bytes after the last member',
    Buffer.concat([arArchive([EVEN]), Buffer.alloc(60, 'z')]),
    /at byte 72 instead of a member's header/,
  ],
  ['too many members', arArchive([ODD, ODD, ODD, ODD]), /more than 3 members/],
])('rejects %s', async (_, bytes, reason) => {
  await expect(membersOf(bytes)).rejects.toThrow(reason);
  await expect(membersOf(bytes)).rejects.toBeInstanceOf(MalformedFile);
});

test('rejects a file that is shorter than its size', async () => {
  const bytes = arArchive([EVEN]);
  await expect(membersOf(bytes.subarray(0, -2), bytes.byteLength)).rejects.toThrow(/ends at byte 70/);
});

async function membersOf(bytes: Uint8Array, size = bytes.byteLength): Promise<[string, string][]> {
  return await withIncoming(bytes, async (incoming) => {
    const { path } = onlyFile(incoming);
    await using archive = await open(path);
    const found: [string, string][] = [];
    for await (const member of arMembers(archive, size, 3)) {
      found.push([member.name, await text(memberContent(archive, member))]);
    }
    return found;
  });
}

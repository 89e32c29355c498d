/** The outer layout of a `.deb`: the members of its ar archive and their order (deb(5)). */
import type { FileHandle } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { arMembers, memberContent, type ArMember } from '../../formats/ar.ts';
import type { Compression } from '../../formats/decompress.ts';
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

const MAX_MEMBERS = 64;
const MAX_FORMAT_SIZE = 1024;
const CONTROL = /^control\.tar(?:\.(gz|xz|zst))?$/;
const DATA = /^data\.tar(?:\.(gz|xz|zst|bz2|lzma))?$/;
const RESERVED = /^(?:debian-binary|(?:control|data)\.tar.*)$/;

export interface DebMembers {
  readonly control: PackedMember;
  readonly data: PackedMember<Compression | 'bz2' | 'lzma'>;
}

export interface PackedMember<Packing = Compression> {
  readonly member: ArMember;
  readonly compression: Packing;
}

/**
 * Returns the archives of a `.deb` of `size` bytes. Reads the headers of all members, not their content. Throws
 * `UnacceptableFile` if the members differ from deb(5), and `MalformedFile` for a broken archive.
 */
export async function findMembers(file: FileHandle, size: number): Promise<DebMembers> {
  const members = arMembers(file, size, MAX_MEMBERS);
  await checkFormatVersion(file, await nextMember(members, 'debian-binary'));
  const control = packedMember<Compression>(
    await nextMember(members, 'control.tar, control.tar.gz, control.tar.xz or control.tar.zst'),
    CONTROL,
    'a control.tar (plain, gz, xz or zst) after debian-binary',
  );
  const data = packedMember<DebMembers['data']['compression']>(
    await nextMember(members, 'data.tar, alone or with .gz, .xz, .zst, .bz2 or .lzma'),
    DATA,
    'a data.tar (plain, gz, xz, zst, bz2 or lzma) after control.tar',
  );
  for await (const { name } of members) {
    if (RESERVED.test(name)) throw misplaced(name, 'no further part of the package after data.tar');
  }
  return { control, data };
}

/** deb(5): members whose names begin with an underscore may be anywhere and must be ignored. */
async function nextMember(members: AsyncGenerator<ArMember>, expected: string): Promise<ArMember> {
  for (let next = await members.next(); !next.done; next = await members.next()) {
    if (!next.value.name.startsWith('_')) return next.value;
  }
  throw new UnacceptableFile(`The Debian package is truncated: the next member should be ${expected}.`);
}

/** deb(5): the first line is the version of the format. Its minor number may be higher, and more lines may follow. */
async function checkFormatVersion(file: FileHandle, member: ArMember): Promise<void> {
  if (member.name !== 'debian-binary') throw misplaced(member.name, 'debian-binary as the first member');
  if (member.size > MAX_FORMAT_SIZE) {
    throw new UnacceptableFile(
      `The member debian-binary has ${member.size} bytes; it should contain "2.0" and a newline.`,
    );
  }
  const text = (await buffer(memberContent(file, member))).toString('latin1');
  if (/^2\.\d+\n/.test(text)) return;
  throw new UnacceptableFile(`The Debian package has the format ${quoted(text)}; it must be "2.0" and a newline.`);
}

/** `pattern` captures the compression, or nothing for an uncompressed archive. */
function packedMember<Packing extends string>(
  member: ArMember,
  pattern: RegExp,
  expected: string,
): PackedMember<Packing | 'none'> {
  const [found, extension] = pattern.exec(member.name) ?? [];
  if (found === undefined) throw misplaced(member.name, expected);
  return { member, compression: (extension ?? 'none') as Packing | 'none' };
}

function misplaced(name: string, expected: string): UnacceptableFile {
  return new UnacceptableFile(`The Debian package has the member ${quoted(name)} where there should be ${expected}.`);
}

/** Reads the members of ar archives (ar(5), with common and GNU short names) without their content. */
import type { FileHandle } from 'node:fs/promises';
import { contentBetween, readExactly } from './file-content.ts';
import { MalformedFile } from './malformed-file.ts';
import { quoted } from './quoted.ts';

const MAGIC = '!<arch>\n';
const HEADER_SIZE = 60;
const HEADER_END = '`\n';

export interface ArMember {
  /** Without padding and without GNU ar's trailing slash: up to 16 characters of Latin-1. */
  readonly name: string;
  /** The offset of its content in the archive, in bytes. */
  readonly offset: number;
  /** The size of its content, in bytes. */
  readonly size: number;
}

/**
 * Yields the members of an archive of `size` bytes, in order. Each is checked to be inside the archive. Throws
 * `MalformedFile` unless all bytes form an ar archive, and for more than `maxMembers` members.
 */
export async function* arMembers(archive: FileHandle, size: number, maxMembers: number): AsyncGenerator<ArMember> {
  await checkMagic(archive, size);
  let position = MAGIC.length;
  for (let count = 0; position < size; count++) {
    if (count === maxMembers)
      throw new MalformedFile(`The ar archive has more than ${maxMembers} members, the maximum.`);
    const member = await readHeader(archive, position, size);
    yield member;
    // ar(5): a member begins at an even offset; some writers omit the padding at the end.
    position = member.offset + member.size + (member.size % 2);
  }
}

/** Yields the content of a member. Throws `MalformedFile` if the archive is shorter than its size. */
export async function* memberContent(archive: FileHandle, member: ArMember): AsyncGenerator<Uint8Array> {
  yield* contentBetween(archive, member.offset, member.offset + member.size);
}

async function checkMagic(archive: FileHandle, size: number): Promise<void> {
  const magic = latin1(await readExactly(archive, 0, Math.min(size, MAGIC.length)));
  if (magic === MAGIC) return;
  throw new MalformedFile(`The file is not an ar archive: it begins with ${quoted(magic)}, not with ${quoted(MAGIC)}.`);
}

async function readHeader(archive: FileHandle, position: number, archiveSize: number): Promise<ArMember> {
  if (position + HEADER_SIZE > archiveSize) {
    throw new MalformedFile(
      `The ar archive ends inside a member's header: at byte ${position} there are ${archiveSize - position} bytes of ${HEADER_SIZE}.`,
    );
  }
  const header = latin1(await readExactly(archive, position, HEADER_SIZE));
  if (!header.endsWith(HEADER_END)) {
    throw new MalformedFile(`The ar archive has ${quoted(header)} at byte ${position} instead of a member's header.`);
  }
  const member = {
    name: header
      .slice(0, 16)
      .replace(/(?<! ) +$/, '')
      .replace(/\/$/, ''),
    offset: position + HEADER_SIZE,
    size: memberSize(header),
  };
  if (member.offset + member.size > archiveSize) {
    throw new MalformedFile(
      `The ar archive's member ${quoted(member.name)} declares ${member.size} bytes, but only ${archiveSize - member.offset} follow: the file is truncated or its header is wrong.`,
    );
  }
  return member;
}

function memberSize(header: string): number {
  const digits = header.slice(48, 58);
  if (/^\d+ *$/.test(digits)) return Number.parseInt(digits, 10);
  throw new MalformedFile(`The ar archive declares the size of a member as ${quoted(digits)}, which is not a number.`);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

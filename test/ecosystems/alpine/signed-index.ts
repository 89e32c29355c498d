/** Takes a signed index apart as apk does. */
import { createVerify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { filesIn } from './read-index.ts';

export interface SignedIndex {
  /** The signatures, by the names of their files. Each is in a gzip member of its own. */
  readonly signatures: ReadonlyMap<string, Buffer>;
  /** The unpacked archives of the signatures. */
  readonly archives: readonly Buffer[];
  /** The compressed index, which is signed. */
  readonly signed: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
}

export function takeApart(bytes: Buffer): SignedIndex {
  const members = membersOf(bytes);
  const last = members.pop();
  if (last === undefined) throw new Error('The file has no gzip member.');
  const archives = members.map(({ unpacked }) => unpacked);
  const signatures = new Map(archives.flatMap((archive) => [...filesIn(archive)]));
  return { signatures, archives, signed: last.packed, files: filesIn(last.unpacked) };
}

const digests: Readonly<Record<string, string>> = { RSA: 'RSA-SHA1', RSA256: 'RSA-SHA256' };

/** Returns the names of the signatures that a key has made, as `.SIGN.{kind}.{file name of the key}`. */
export function madeBy({ signatures, signed }: SignedIndex, publicKey: string): readonly string[] {
  return [...signatures].flatMap(([name, signature]) => {
    const [, kind = ''] = /^\.SIGN\.([^.]+)\./.exec(name) ?? [];
    const verifier = createVerify(digests[kind] ?? '').update(signed);
    return verifier.verify(publicKey, signature) ? [name] : [];
  });
}

interface Member {
  readonly packed: Buffer;
  readonly unpacked: Buffer;
}

/** The members of a gzip file whose headers have ten bytes. */
function membersOf(bytes: Buffer): Member[] {
  const members: Member[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const { buffer, engine } = inflateRawSync(rest.subarray(10), { info: true }) as unknown as Inflated;
    const end = 10 + engine.bytesWritten + 8;
    members.push({ packed: rest.subarray(0, end), unpacked: buffer });
    rest = rest.subarray(end);
  }
  return members;
}

/** The result with the option `info`, which the types omit. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

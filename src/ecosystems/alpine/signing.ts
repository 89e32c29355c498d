/** The keys of registries, and their signatures, which are gzip members before the index (apk-v2(5), apk-keys(5)). */
import { createHash, createPrivateKey, createSign, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateFragment, memberEnd, memberStart, sumsOf } from '../../formats/gzip-member.ts';
import { fileHeader, padding } from '../../formats/ustar-header.ts';
import type { SigningKey } from '../../model/entries.ts';
import { createPauses } from '../../model/pauses.ts';
import type { Signing } from '../../registry/documents.ts';

const generate = promisify(generateKeyPair);

/** RSA, as PEM, because apk reads no other keys. NIST SP 800-57, part 1, table 2: 3072 bits are as good as 128-bit AES. */
export const apkSigning: Signing = {
  keys: 'rsa',
  createKey: async () =>
    await generate('rsa', {
      modulusLength: 3072,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }),
  // That of `sha256sum`, the only one of these tools that every Alpine Linux has.
  fingerprint: (publicKey) => createHash('sha256').update(publicKey).digest('hex'),
};

interface KeyOwner {
  readonly organization: string;
  readonly registry: string;
}

/** In characters, so that the name of a signature fits a tar header. */
const LONGEST_OWNER = 60;

/**
 * Returns the name of the file of a public key on the machines of clients: apk finds the key of a signature by this name. A
 * new key has another name, so that a machine can have both.
 */
export function keyFileName({ organization, registry }: KeyOwner, fingerprint: string): string {
  return `${`${organization}_${registry}`.slice(0, LONGEST_OWNER)}-${fingerprint.slice(0, 8)}.rsa.pub`;
}

/** apk uses the first signature whose key it has. Versions before 2.10 know only the one with SHA-1. */
const algorithms = [
  { kind: 'RSA256', digest: 'RSA-SHA256' },
  { kind: 'RSA', digest: 'RSA-SHA1' },
] as const;

/** Returns the signatures of a gzip member with all keys, each as a gzip member of a tar archive without an end. */
export async function signatureMembers(
  member: AsyncIterable<Uint8Array>,
  keys: readonly SigningKey[],
  owner: KeyOwner,
): Promise<Uint8Array> {
  const signers = keys.flatMap(({ privateKey, publicKey }) => {
    const file = keyFileName(owner, apkSigning.fingerprint(publicKey));
    return algorithms.map(({ kind, digest }) => ({
      name: `.SIGN.${kind}.${file}`,
      privateKey,
      sign: createSign(digest),
    }));
  });
  const pause = createPauses();
  for await (const piece of member) {
    for (const { sign } of signers) sign.update(piece);
    const paused = pause();
    if (paused) await paused;
  }
  const members: Uint8Array[] = [];
  for (const { name, privateKey, sign } of signers) {
    const signature = sign.sign(createPrivateKey(privateKey));
    members.push(
      await gzipMember(
        Buffer.concat([fileHeader(name, signature.byteLength), signature, padding(signature.byteLength)]),
      ),
    );
  }
  return Buffer.concat(members);
}

async function gzipMember(bytes: Uint8Array): Promise<Uint8Array> {
  return Buffer.concat([memberStart, await deflateFragment(bytes), memberEnd([sumsOf(bytes)])]);
}

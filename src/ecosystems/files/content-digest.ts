/** The header `Content-Digest` (RFC 9530, section 2), which contains digests of the body. */
import { Failure } from '../../model/failure.ts';
import type { Digests } from '../../model/values.ts';

/** Throws `digest-mismatch` if a SHA-256 or SHA-512 in the field is another one than that of the bytes. */
export function checkContentDigest(field: string | undefined, { sha256, sha512 }: Digests): void {
  for (const [, bits, base64 = ''] of field?.matchAll(DIGEST) ?? []) {
    const claimed = Buffer.from(base64, 'base64').toString('hex');
    const actual = bits === '256' ? sha256 : sha512;
    if (claimed === actual) continue;
    const detail = `The bytes have the SHA-${bits} ${actual} instead of ${claimed}. Send them again.`;
    throw new Failure('digest-mismatch', detail);
  }
}

/** A member of the dictionary (RFC 9651, section 3.2) whose value is a byte sequence. */
const DIGEST = /(?:^|,) *sha-(256|512)=:([A-Za-z0-9+/=]*):/g;

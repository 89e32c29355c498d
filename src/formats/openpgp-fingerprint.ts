/** Computes the fingerprint of a key without the OpenPGP library, which takes too long to load for a request. */
import { hash } from 'node:crypto';
import { dearmoured } from './openpgp-armour.ts';

/**
 * The packet type of a public key in the current packet format, and the maximum length of its header here (RFC 9580,
 * section 4.2).
 */
const PUBLIC_KEY = 0xc6;
const ONE_OCTET = 192;

/**
 * Returns the fingerprint of a key of `createKeyPair`, in upper-case hexadecimal like GnuPG (RFC 9580,
 * section 5.5.4.2: a key of version 4). Throws an `Error` for other keys.
 */
export function keyFingerprint(publicKey: string): string {
  const [type, length, version] = dearmoured(publicKey);
  if (type !== PUBLIC_KEY || length === undefined || length >= ONE_OCTET || version !== 4) {
    throw new Error('The signing key was not created by Larder.');
  }
  const body = dearmoured(publicKey).subarray(2, 2 + length);
  return hash('sha1', Buffer.concat([Buffer.of(0x99, 0, length), body])).toUpperCase();
}

/** The OpenPGP keys that sign `Release`. */
import { keyFingerprint } from '../../formats/openpgp-fingerprint.ts';
import { createKeyPair } from '../../formats/openpgp-signing.ts';
import type { KeyOwner, Signing } from '../../registry/documents.ts';

export const aptSigning = {
  keys: 'openpgp',
  createKey: ({ organization, registry }: KeyOwner) =>
    createKeyPair({
      name: `${organization}/${registry}`,
      // RFC 2606, section 2: addresses below .invalid do not exist.
      email: `larder@${registry}.${organization}.invalid`,
    }),
  fingerprint: keyFingerprint,
} satisfies Signing;

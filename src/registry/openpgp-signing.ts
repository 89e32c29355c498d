/** The OpenPGP keys of registries, for ecosystems whose clients check OpenPGP signatures. */
import { keyFingerprint } from '../formats/openpgp-fingerprint.ts';
import { createKeyPair } from '../formats/openpgp-signing.ts';
import type { KeyOwner, Signing } from './documents.ts';

export const openpgpSigning = {
  keys: 'openpgp',
  createKey: ({ organization, registry }: KeyOwner) =>
    createKeyPair({
      name: `${organization}/${registry}`,
      // RFC 2606, section 2: addresses below .invalid do not exist.
      email: `larder@${registry}.${organization}.invalid`,
    }),
  fingerprint: keyFingerprint,
} satisfies Signing;

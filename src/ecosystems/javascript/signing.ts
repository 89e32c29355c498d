/** The keys of registries, and their signatures (npm's documentation, "About registry signatures"). */
import { createHash, createPrivateKey, createPublicKey, generateKeyPair, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { SigningKey } from '../../model/entries.ts';
import type { Signing } from '../../registry/documents.ts';
import type { RegistrySignature } from './version-view.ts';

const generate = promisify(generateKeyPair);

/** ECDSA with P-256, as PEM. */
export const npmSigning: Signing = {
  keys: 'ecdsa',
  createKey: async () =>
    await generate('ec', {
      namedCurve: 'prime256v1',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }),
  fingerprint: (publicKey) => keyIdOf(createPublicKey(publicKey)),
};

/** A public key as clients get it. */
export interface PublishedKey {
  readonly keyid: string;
  /** Base64 of its SubjectPublicKeyInfo. */
  readonly key: string;
}

export function publishedKey({ publicKey }: Pick<SigningKey, 'publicKey'>): PublishedKey {
  const key = createPublicKey(publicKey);
  return { keyid: keyIdOf(key), key: spkiOf(key).toString('base64') };
}

/** Returns the text that the signature of a version is about. */
export function signedText(name: string, version: string, integrity: string): string {
  return `${name}@${version}:${integrity}`;
}

/** Returns a function that signs texts. Each signature of a text is another one, because it has a random number. */
export function createSigner({ privateKey }: SigningKey): (text: string) => RegistrySignature {
  const key = createPrivateKey(privateKey);
  const keyid = keyIdOf(createPublicKey(key));
  return (text) => ({ keyid, sig: sign('sha256', Buffer.from(text), key).toString('base64') });
}

/** The format of OpenSSH for fingerprints, of the SubjectPublicKeyInfo. */
function keyIdOf(key: KeyObject): string {
  // A SHA-256 has one character of padding, which this format omits.
  return `SHA256:${createHash('sha256').update(spkiOf(key)).digest('base64').slice(0, -1)}`;
}

function spkiOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

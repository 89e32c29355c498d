/** Creates keys and signatures that GnuPG's gpgv accepts. Slow, so it runs in a separate thread. */
import { createCleartextMessage, createMessage, generateKey, readPrivateKey, sign, type PrivateKey } from 'openpgp';

/** An ASCII-armoured OpenPGP key pair. */
export interface ArmouredKeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

export interface UserId {
  readonly name: string;
  /** The library requires a domain with a dot. */
  readonly email: string;
}

const CLOCK_TOLERANCE = 60 * 60 * 1000;

/** Creates a key pair for signing that never expires. */
export async function createKeyPair(userId: UserId): Promise<ArmouredKeyPair> {
  return generateKey({
    // gpgv up to 2.2 does not support the key packets of RFC 9580, section 5.5.5.9, only these.
    type: 'ecc',
    curve: 'ed25519Legacy',
    subkeys: [],
    userIDs: [userId],
    // gpgv rejects keys from the future, so a client with a slow clock could not use a new key.
    date: new Date(Date.now() - CLOCK_TOLERANCE),
    format: 'armored',
  });
}

/**
 * Returns the text with a clear signature of each key (RFC 9580, section 7), in the format of `gpg --clearsign`. Each line
 * of `text` must end with LF.
 */
export async function clearSign(text: string, privateKeys: readonly string[], date: Date): Promise<string> {
  const signingKeys = await readKeys(privateKeys);
  const signed = await sign({
    // The line end before the signature is not part of the signed text (RFC 9580, section 7.1).
    message: await createCleartextMessage({ text: text.replace(/\n$/, '') }),
    signingKeys,
    date: signatureDate(date, signingKeys),
  });
  // The library writes the text with CR LF, the form that is hashed. debootstrap treats the CR as a part of the values.
  return signed.replaceAll('\r\n', '\n');
}

/**
 * Returns the detached signatures of the text's UTF-8 bytes, one of each key, in one armour. They are equal for equal
 * inputs, so that the signature of an unchanged document is not stored again.
 */
export async function detachedSignature(text: string, privateKeys: readonly string[], date: Date): Promise<string> {
  const signingKeys = await readKeys(privateKeys);
  return sign({
    message: await createMessage({ binary: new TextEncoder().encode(text) }),
    signingKeys,
    detached: true,
    format: 'armored',
    date: signatureDate(date, signingKeys),
    config: { nonDeterministicSignaturesViaNotation: false },
  });
}

async function readKeys(armoured: readonly string[]): Promise<PrivateKey[]> {
  return await Promise.all(armoured.map((armoredKey) => readPrivateKey({ armoredKey })));
}

/** Not in the future, which clients reject, and not before a key was created, which the library rejects. */
function signatureDate(wanted: Date, keys: readonly PrivateKey[]): Date {
  const created = keys.map((key) => key.getCreationTime().getTime());
  return new Date(Math.max(Math.min(wanted.getTime(), Date.now()), ...created));
}

/** Keys and signatures that GnuPG's gpgv accepts, made without GnuPG. For threads that have time. */
import { createCleartextMessage, createMessage, generateKey, readPrivateKey, sign } from 'openpgp';

/** An ASCII-armoured OpenPGP key pair. */
export interface ArmouredKeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

export interface UserId {
  readonly name: string;
  /** Its domain must have a dot: the library refuses others. */
  readonly email: string;
}

const CLOCK_TOLERANCE = 60 * 60 * 1000;

/** Makes a key pair that signs and never expires. */
export async function createKeyPair(userId: UserId): Promise<ArmouredKeyPair> {
  return generateKey({
    // gpgv up to 2.2 does not know the key packets of RFC 9580, section 5.5.5.9; these are the ones it knows.
    type: 'ecc',
    curve: 'ed25519Legacy',
    subkeys: [],
    userIDs: [userId],
    // gpgv refuses keys from the future, so a client whose clock is behind could not use a fresh key.
    date: new Date(Date.now() - CLOCK_TOLERANCE),
    format: 'armored',
  });
}

/**
 * Returns the text inside a clear signature (RFC 9580, section 7), in the form that `gpg --clearsign` writes. `text` must
 * end each of its lines with a bare newline.
 */
export async function clearSign(text: string, privateKey: string, date: Date): Promise<string> {
  const signingKeys = await readPrivateKey({ armoredKey: privateKey });
  const signed = await sign({
    // The line end before the signature is not part of the signed text (RFC 9580, section 7.1).
    message: await createCleartextMessage({ text: text.replace(/\n$/, '') }),
    signingKeys,
    date: signatureDate(date, signingKeys.getCreationTime()),
  });
  // The library writes the text with CR LF, the form that is hashed. debootstrap takes the CR for a part of the values.
  return signed.replaceAll('\r\n', '\n');
}

/** An armoured signature of the text's UTF-8 bytes, without the text. */
export async function detachedSignature(text: string, privateKey: string, date: Date): Promise<string> {
  const signingKeys = await readPrivateKey({ armoredKey: privateKey });
  return sign({
    message: await createMessage({ binary: new TextEncoder().encode(text) }),
    signingKeys,
    detached: true,
    format: 'armored',
    date: signatureDate(date, signingKeys.getCreationTime()),
  });
}

/** Not in the future, where clients refuse it, and not before the key was made, where the library does. */
function signatureDate(wanted: Date, keyCreated: Date): Date {
  return new Date(Math.max(Math.min(wanted.getTime(), Date.now()), keyCreated.getTime()));
}

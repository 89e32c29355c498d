import { createMessage, readCleartextMessage, readKey, readKeys, readSignature, verify } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { armouredKeys } from '../../src/formats/openpgp-armour.ts';
import { keyFingerprint } from '../../src/formats/openpgp-fingerprint.ts';
import { clearSign, createKeyPair, detachedSignature } from '../../src/formats/openpgp-signing.ts';

const TEXT = 'Origin: acme\n- a line with a dash\nSHA256:\n abc 1 x\n';
const KEYS = await createKeyPair({ name: 'acme/debs', email: 'larder@debs.acme.invalid' });
const PUBLIC_KEY = await readKey({ armoredKey: KEYS.publicKey });

describe('a key', () => {
  test('never expires', async () => {
    expect(await PUBLIC_KEY.getExpirationTime()).toBe(Infinity);
  });

  test('is of the older kind that gpgv supports', () => {
    expect(PUBLIC_KEY.getAlgorithmInfo().algorithm).toBe('eddsaLegacy');
  });

  test('is not from the future for a client whose clock is some minutes behind', () => {
    expect(PUBLIC_KEY.getCreationTime().getTime()).toBeLessThan(Date.now() - 10 * 60_000);
  });
});

test('a clear signature holds the text and vouches for it', async () => {
  const message = await readCleartextMessage({
    cleartextMessage: await clearSign(TEXT, [KEYS.privateKey], new Date()),
  });
  const { data, signatures } = await verify({ message, verificationKeys: PUBLIC_KEY, expectSigned: true });
  expect({ data: `${data}\n`, verified: await signatures[0]?.verified }).toEqual({ data: TEXT, verified: true });
});

test('a detached signature vouches for the bytes of the text', async () => {
  const signature = await readSignature({
    armoredSignature: await detachedSignature(TEXT, [KEYS.privateKey], new Date()),
  });
  const message = await createMessage({ binary: new TextEncoder().encode(TEXT) });
  const { signatures } = await verify({ message, signature, verificationKeys: PUBLIC_KEY, expectSigned: true });
  expect(await signatures[0]?.verified).toBe(true);
});

describe('with two keys', async () => {
  const other = await createKeyPair({ name: 'acme/debs', email: 'larder@debs.acme.invalid' });
  const privateKeys = [other.privateKey, KEYS.privateKey];

  test.each([PUBLIC_KEY, await readKey({ armoredKey: other.publicKey })])('either is enough (%#)', async (key) => {
    const message = await readCleartextMessage({ cleartextMessage: await clearSign(TEXT, privateKeys, new Date()) });
    const { signatures } = await verify({ message, verificationKeys: key });
    const ofKey = signatures.filter(({ keyID }) => keyID.equals(key.getKeyID()));
    expect([signatures.length, await ofKey[0]?.verified]).toEqual([2, true]);
  });

  test('the public ones are in one armour, newest first', async () => {
    const text = armouredKeys([other.publicKey, KEYS.publicKey]);
    const keys = await readKeys({ armoredKeys: text });
    const checksum = /^=....$/m;
    expect(checksum.exec(armouredKeys([KEYS.publicKey]))?.[0]).toBe(checksum.exec(KEYS.publicKey)?.[0]);
    const fingerprints = keys.map((key) => key.getFingerprint().toUpperCase());
    expect(fingerprints).toEqual([other, KEYS].map(({ publicKey }) => keyFingerprint(publicKey)));
  });
});

describe('the date of a signature', () => {
  test('is the one wanted', async () => {
    const wanted = new Date(Math.floor(Date.now() / 1000) * 1000 - 60_000);
    expect(await signedAt(wanted)).toEqual(wanted);
  });

  test('is never in the future', async () => {
    expect((await signedAt(new Date(Date.now() + 3_600_000))).getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('is never before the key was made', async () => {
    expect(await signedAt(new Date(0))).toEqual(PUBLIC_KEY.getCreationTime());
  });
});

async function signedAt(wanted: Date): Promise<Date> {
  const armoredSignature = await detachedSignature(TEXT, [KEYS.privateKey], wanted);
  const created = (await readSignature({ armoredSignature })).packets[0]?.created;
  if (!created) throw new Error('The signature has no date.');
  return created;
}

/** The ASCII armour of OpenPGP keys (RFC 9580, section 6), without the OpenPGP library. */

const [BEGIN, END] = ['-----BEGIN PGP PUBLIC KEY BLOCK-----', '-----END PGP PUBLIC KEY BLOCK-----'];
const LINES = /.{1,64}/g;

/** Returns the bytes in an armour. */
export function dearmoured(text: string): Buffer {
  const lines = text.split('\n').map((line) => line.trim());
  const data = lines.slice(lines.indexOf('') + 1);
  // After an empty line, there is the data in base64, and a checksum that begins with "=".
  const end = data.findIndex((line) => /^[=-]/.test(line));
  return Buffer.from(data.slice(0, end).join(''), 'base64');
}

/** Returns public keys in one armour. apt reads only the first armour of a file. */
export function armouredKeys(publicKeys: readonly string[]): string {
  const bytes = Buffer.concat(publicKeys.map(dearmoured));
  const lines = bytes.toString('base64').match(LINES) ?? [];
  return [BEGIN, '', ...lines, `=${checksum(bytes)}`, END, ''].join('\n');
}

/** CRC-24 in base64 (section 6.1.1). It is optional, but GnuPG 2.2 reads no data without it that has no padding. */
function checksum(bytes: Uint8Array): string {
  let crc = 0xb7_04_ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ (crc & 0x80_00_00 ? 0x1_86_4c_fb : 0);
  }
  return Buffer.of(crc >> 16, crc >> 8, crc).toString('base64');
}

/** Texts with an OpenPGP signature in the same file (RFC 9580, section 7). Signatures are not verified. */

const START = '-----BEGIN PGP SIGNED MESSAGE-----';

/** Returns whether a file that begins with these bytes is a text with a signature. */
export function isClearSigned(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, START.length)).toString('latin1') === START;
}

/**
 * Returns the text without headers, signature and dash-escapes (RFC 9580, section 7.2); undefined if it is not one text
 * with its signature.
 */
export function clearSignedText(message: string): string | undefined {
  const lines = message.replaceAll('\r\n', '\n').split('\n');
  const first = lines.indexOf('');
  const end = lines.indexOf('-----BEGIN PGP SIGNATURE-----');
  const last = lines.indexOf('-----END PGP SIGNATURE-----');
  if (lines[0]?.trimEnd() !== START || first < 0 || end < first || last < end) return undefined;
  // Other readers may end the headers elsewhere.
  if (!lines.slice(1, first).every((line) => /^[A-Za-z]+: \S/.test(line))) return undefined;
  // Readers that do not verify the signature would read more than was signed.
  if (lines.slice(last + 1).some((line) => line.trim() !== '')) return undefined;
  return lines
    .slice(first + 1, end)
    .map((line) => (line.startsWith('- ') ? line.slice(2) : line))
    .join('\n');
}

/** The CRC-32 of gzip (RFC 1952, section 8) of joined bytes, from the CRC-32s of the bytes that are joined. */

/**
 * Returns the CRC-32 of two byte sequences, one after the other: `first` and `second` are their CRC-32s, `secondLength`
 * is the length of the second one in bytes. Takes time logarithmic in that length.
 */
export function combineCrc32(first: number, second: number, secondLength: number): number {
  return (multiply(powerOfX(secondLength), first) ^ second) >>> 0;
}

/*
 * A CRC-32 is a polynomial over GF(2) modulo a fixed one, with the coefficient of x^0 in the highest bit. To append n
 * bytes multiplies it by x^(8n); the appended bytes are added. So no byte has to be read again.
 */

/** The polynomial of RFC 1952 without x^32. */
const modulus = 0xedb88320;
const one = 0x80000000;
const x8 = 0x00800000;

/** Returns x^(8 * length) modulo the polynomial: the product of the powers for the bits of `length`. */
function powerOfX(length: number): number {
  let power = one;
  let rest = length;
  // Not with shifts, because lengths may have more than 32 bits.
  for (let bit = 0; rest > 0; bit += 1) {
    if (rest % 2 === 1) power = multiply(power, powers[bit] ?? 0);
    rest = Math.floor(rest / 2);
  }
  return power;
}

function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let bit = one; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) product ^= shifted;
    shifted = (shifted & 1) === 0 ? shifted >>> 1 : (shifted >>> 1) ^ modulus;
  }
  return product >>> 0;
}

/** x^(8 * 2^n), for lengths of up to 2^53 bytes. Each is the square of the one before. */
const powers: readonly number[] = repeatedSquares(53);

function repeatedSquares(count: number): number[] {
  const squares = [x8];
  for (let square = x8; squares.length < count; squares.push(square)) square = multiply(square, square);
  return squares;
}

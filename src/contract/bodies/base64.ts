/** Decodes a stream of base64 (RFC 4648, section 4). */

export interface Base64Decoder {
  /**
   * Takes the characters of `piece` from `start` up to `end`. Returns a promise if it needs time: the piece must not change
   * until then. It rejects as `write` does.
   */
  push(piece: Uint8Array, start: number, end: number): Promise<void> | undefined;
  /** Takes one character, by its code. Returns a promise if it needs time. */
  pushCode(code: number): Promise<void> | undefined;
  /** Decodes the rest. */
  end(): Promise<void>;
}

/** The text has characters that are not base64, such as line breaks, or its padding is missing or wrong. */
export class InvalidBase64 extends Error {
  override readonly name = 'InvalidBase64';
}

/** Calls `write` with the bytes, in new buffers of up to 48 KiB. */
export function createBase64Decoder(write: (bytes: Uint8Array) => Promise<void>): Base64Decoder {
  const pending = Buffer.allocUnsafe(pieceLength);
  let length = 0;

  const add = (code: number): void => {
    pending[length] = code;
    length += 1;
  };

  // Padding is valid at the end alone, so a full buffer waits for the next character.
  const pushCode = (code: number): Promise<void> | undefined => {
    if (length === pieceLength) return flush(0).then(() => add(code));
    add(code);
    return undefined;
  };

  const flush = async (padding: number): Promise<void> => {
    const characters = pending.subarray(0, length);
    const bytes = Buffer.allocUnsafeSlow((characters.length / 4) * 3 - padding);
    const decoded = bytes.write(characters.toString('latin1'), 'base64');
    length = 0;
    // Node skips invalid characters, and accepts the alphabet for URLs (section 5).
    if (decoded < bytes.length || characters.includes('-') || characters.includes('_')) throw new InvalidBase64();
    await write(bytes);
  };

  const pushLong = async (characters: Uint8Array): Promise<void> => {
    for (let at = 0; at < characters.length;) {
      if (length === pieceLength) await flush(0);
      const taken = characters.subarray(at, at + pieceLength - length);
      pending.set(taken, length);
      length += taken.length;
      at += taken.length;
    }
  };

  return {
    pushCode,
    push: (piece, start, end) => {
      if (end - start > pieceLength - length) return pushLong(piece.subarray(start, end));
      pending.set(piece.subarray(start, end), length);
      length += end - start;
      return undefined;
    },
    end: async () => {
      if (length === 0) return;
      const [last, beforeLast] = [pending[length - 1], pending[length - 2]];
      const padding = last !== pad ? 0 : beforeLast === pad ? 2 : 1;
      if (length % 4 !== 0) throw new InvalidBase64();
      await flush(padding);
    },
  };
}

/** A multiple of four. */
const pieceLength = 64 * 1024;
const pad = '='.charCodeAt(0);

/**
 * Cuts byte strings out of a JSON text (RFC 8259) as it passes. The rest has an empty string in the place of each, and is
 * small enough to be parsed. Only its parser checks that it is JSON: if it is, the strings found here are the right ones.
 */
import { InvalidBase64, type Base64Decoder } from './base64.ts';
import { createJsonPosition, invalidAt, type Steps } from './json-position.ts';
import type { BytePlace } from './byte-places.ts';

/** Takes the characters of one byte string, without escapes. Rejects with `InvalidBase64`. */
export type CharacterSink = Base64Decoder;

export interface Cutting {
  /** The location of the text; undefined if it cannot contain bytes. */
  readonly place: BytePlace | undefined;
  /** The names and indexes from the body to the text. */
  readonly at?: Steps;
  /** Called at the start of each byte string. */
  readonly open: (steps: Steps) => CharacterSink;
  /** Called with each piece of the rest. */
  readonly keep: (piece: Uint8Array) => void;
}

/**
 * Returns a function that takes the next piece of the text, and does not use it after that. It rejects as `open`, `keep` and the sinks do, and for a value
 * that is invalid at its place.
 */
export function createJsonCutter({ place, at: before = [], open, keep }: Cutting): (piece: Buffer) => Promise<void> {
  const position = createJsonPosition(place, before);
  let inside: 'structure' | 'text' | 'name' | 'bytes' = 'structure';
  /** An incomplete escape, with its backslash. */
  let escape = '';
  let name: Buffer[] = [];
  let sink: CharacterSink | undefined;

  return async (piece) => {
    let kept = 0;
    for (let at = 0; at < piece.length;) {
      const before = inside;
      if (before === 'structure') at = structure(piece, at);
      else if (before === 'bytes') at = await byteString(piece, at).catch(withPlace);
      else at = text(piece, at);
      if (isCutting() && before === 'structure') {
        keep(piece.subarray(kept, at));
        sink = open(position.steps());
      } else if (!isCutting() && before === 'bytes') {
        // Its closing quote remains, so that the rest has an empty string.
        kept = at - 1;
      }
    }
    if (!isCutting()) keep(piece.subarray(kept));
  };

  function isCutting(): boolean {
    return inside === 'bytes';
  }

  /** Reads up to the first character of a string. Returns its position. */
  function structure(piece: Buffer, from: number): number {
    for (let at = from; at < piece.length; at += 1) {
      const code = piece[at] ?? 0;
      if (code !== quote) position.take(code);
      else {
        inside = position.beginString();
        return at + 1;
      }
    }
    return piece.length;
  }

  /** Reads a text or a name to its end. Returns the position after it. */
  function text(piece: Buffer, from: number): number {
    let at = from;
    for (; at < piece.length; at += 1) {
      if (escape !== '') escape = '';
      else if (piece[at] === backslash) escape = '\\';
      else if (piece[at] === quote) break;
    }
    if (inside === 'name') name.push(Buffer.from(piece.subarray(from, at)));
    if (at === piece.length) return at;
    if (inside === 'name') position.takeName(unescaped(Buffer.concat(name).toString()));
    name = [];
    inside = 'structure';
    return at + 1;
  }

  /** Reads a byte string to its end. Returns the position after it. */
  async function byteString(piece: Buffer, from: number): Promise<number> {
    let at = from;
    while (escape !== '' && at < piece.length) {
      escape += String.fromCharCode(piece[at] ?? 0);
      at += 1;
      const code = codeOf(Buffer.from(escape), 0);
      if (code === undefined) continue;
      escape = '';
      await sink?.pushCode(code);
    }
    // No escape of a character of base64 has a quote in it, so the end is found once, and each backslash too.
    const end = indexOrEnd(piece, quote, at);
    let next = indexOrEnd(piece, backslash, at);
    while (at < end) {
      const stop = Math.min(next, end);
      const pushed = sink?.push(piece, at, stop);
      if (pushed) await pushed;
      at = stop;
      if (stop === end) break;
      const code = codeOf(piece, stop);
      if (code === undefined) {
        escape = piece.toString('latin1', stop);
        return piece.length;
      }
      at += piece[stop + 1] === slash ? 2 : longestEscape;
      next = indexOrEnd(piece, backslash, at);
      const written = sink?.pushCode(code);
      if (written) await written;
    }
    if (end === piece.length) return end;
    await sink?.end();
    inside = 'structure';
    return end + 1;
  }

  function withPlace(error: unknown): never {
    const message = 'is not base64 with padding and without line breaks (RFC 4648, section 4)';
    throw error instanceof InvalidBase64 ? invalidAt(position.steps(), message) : error;
  }
}

function indexOrEnd(piece: Buffer, code: number, from: number): number {
  const index = piece.indexOf(code, from);
  return index === -1 ? piece.length : index;
}

/**
 * Returns the character of the escape at a backslash (RFC 8259, section 7); undefined if the piece ends before it does.
 * Throws for an escape that is invalid or is of a character outside of base64.
 */
function codeOf(piece: Uint8Array, at: number): number | undefined {
  const kind = piece[at + 1];
  if (kind === slash) return slash;
  if (kind !== undefined && kind !== unicode) throw new InvalidBase64();
  let code = 0;
  for (let index = at + 2; index < at + longestEscape; index += 1) {
    const digit = piece[index];
    if (digit === undefined) return undefined;
    const value = hexDigits.indexOf(digit);
    if (value === -1) throw new InvalidBase64();
    code = code * 16 + (value < 16 ? value : value - 6);
  }
  if (code > 0x7f) throw new InvalidBase64();
  return code;
}

/** Returns the text of a name between its quotes. The parser of the rest rejects invalid ones. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

const [quote = 0, backslash = 0, slash = 0, unicode = 0] = [...Buffer.from(String.raw`"\/u`)];
const longestEscape = String.raw`\u0000`.length;
/** The last six are the capitals of those before. */
const hexDigits = Buffer.from('0123456789abcdefABCDEF');

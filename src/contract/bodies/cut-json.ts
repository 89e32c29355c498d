/**
 * Cuts byte strings out of a JSON text (RFC 8259) as it passes. The rest has an empty string in the place of each, and is
 * small enough to be parsed. Only its parser checks that it is JSON: if it is, the strings found here are the right ones.
 */
import { InvalidBase64 } from './base64.ts';
import { createJsonPosition, invalidAt, type Steps } from './json-position.ts';
import type { BytePlace } from './byte-places.ts';

/** Takes the characters of one byte string, without escapes. Rejects with `InvalidBase64`. */
export interface CharacterSink {
  push(characters: Uint8Array): Promise<void>;
  /** Takes one character. Returns a promise if it needs time. */
  pushCode(code: number): Promise<void> | undefined;
  end(): Promise<void>;
}

export interface Cutting {
  /** Where the text begins; undefined if there are no bytes in it. */
  readonly place: BytePlace | undefined;
  /** What leads from the body to the text. */
  readonly at?: Steps;
  /** Called at the beginning of each byte string. */
  readonly open: (steps: Steps) => CharacterSink;
  /** Called with each piece of the rest. */
  readonly keep: (piece: Uint8Array) => void;
}

/**
 * Returns a function that takes the next piece of the text. It rejects as `open`, `keep` and the sinks do, and for a value
 * that is invalid at its place.
 */
export function createJsonCutter({ place, at: before = [], open, keep }: Cutting): (piece: Buffer) => Promise<void> {
  const position = createJsonPosition(place, before);
  let inside: 'structure' | 'text' | 'name' | 'bytes' = 'structure';
  /** An escape that has begun, with its backslash. */
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
        // Its closing quote stays, for an empty text.
        kept = at - 1;
      }
    }
    if (!isCutting()) keep(piece.subarray(kept));
  };

  function isCutting(): boolean {
    return inside === 'bytes';
  }

  /** Reads up to the first character of a string. Returns where that is. */
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
    if (inside === 'name') name.push(piece.subarray(from, at));
    if (at === piece.length) return at;
    if (inside === 'name') position.takeName(unescaped(Buffer.concat(name).toString()));
    name = [];
    inside = 'structure';
    return at + 1;
  }

  /** Reads a byte string to its end. Returns the position after it. */
  async function byteString(piece: Buffer, from: number): Promise<number> {
    let at = from;
    let end: number | undefined;
    while (at < piece.length) {
      if (escape !== '') {
        escape += String.fromCharCode(piece[at] ?? 0);
        at += 1;
        const code = codeOf(escape);
        if (code === undefined) continue;
        escape = '';
        const written = sink?.pushCode(code);
        if (written) await written;
      } else {
        // No escape that stands for a character of base64 has a quote in it, so the end is looked for once.
        end ??= indexOrEnd(piece, quote, at, piece.length);
        const stop = indexOrEnd(piece, backslash, at, end);
        if (stop > at) await sink?.push(piece.subarray(at, stop));
        at = stop + 1;
        if (stop < end) escape = '\\';
        else if (stop < piece.length) {
          await sink?.end();
          inside = 'structure';
          return at;
        }
      }
    }
    return piece.length;
  }

  function withPlace(error: unknown): never {
    const message = 'is not base64 with padding and without line breaks (RFC 4648, section 4)';
    throw error instanceof InvalidBase64 ? invalidAt(position.steps(), message) : error;
  }
}

/** Returns where the character is before `end`, or `end`. */
function indexOrEnd(piece: Buffer, code: number, from: number, end: number): number {
  const index = piece.subarray(from, end).indexOf(code);
  return index === -1 ? end : from + index;
}

/** Returns the character of an escape (RFC 8259, section 7); undefined if it has not ended. Throws for one of no base64. */
function codeOf(escape: string): number | undefined {
  if (escape === '\\/') return slash;
  if (!/^\\u[\da-f]{0,4}$/i.test(escape)) throw new InvalidBase64();
  if (escape.length < longestEscape) return undefined;
  const code = Number.parseInt(escape.slice(2), 16);
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

const [quote = 0, backslash = 0, slash = 0] = [...Buffer.from('"\\/')];
const longestEscape = String.raw`\u0000`.length;

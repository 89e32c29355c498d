/**
 * Finds the end of a request's body in the bytes of its connection (RFC 9112, section 6). Node's parser does not expose
 * it. The parser checks the syntax, so the result does not matter for bytes that it rejects.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** Returns how many of the next bytes belong to the body, and whether it ends with them. */
export type BodyMeasure = (bytes: Buffer) => { readonly length: number; readonly ends: boolean };

/** Returns undefined if a request with these headers has no body. */
export function measureBody(headers: IncomingHttpHeaders): BodyMeasure | undefined {
  if (headers['transfer-encoding'] !== undefined) return measureChunks();
  const length = Number(headers['content-length'] ?? 0);
  return length > 0 ? measureLength(length) : undefined;
}

function measureLength(whole: number): BodyMeasure {
  let left = whole;
  return (bytes) => {
    const length = Math.min(left, bytes.byteLength);
    left -= length;
    return { length, ends: left === 0 };
  };
}

/** RFC 9112, section 7.1. */
function measureChunks(): BodyMeasure {
  let next: 'size' | 'data' | 'trailer' = 'size';
  /** The beginning of the current line: up to sixteen digits of a size, or one character of a trailer. */
  let line = '';
  let left = 0;
  return (bytes) => {
    let at = 0;
    while (at < bytes.byteLength) {
      if (next === 'data') {
        const length = Math.min(left, bytes.byteLength - at);
        left -= length;
        at += length;
        if (left === 0) next = 'size';
        continue;
      }
      const end = bytes.indexOf(lineFeed, at);
      const whole = end >= 0;
      if (line.length < 20) line += bytes.toString('latin1', at, Math.min(at + 20, whole ? end : bytes.byteLength));
      at = whole ? end + 1 : bytes.byteLength;
      if (!whole) continue;
      if (next === 'trailer' && line.trim() === '') return { length: at, ends: true };
      if (next === 'size') {
        const size = Number.parseInt(line, 16);
        if (size > 0) {
          next = 'data';
          left = size + lineEnd;
        } else next = 'trailer';
      }
      line = '';
    }
    return { length: at, ends: false };
  };
}

const lineFeed = 0x0a;
/** The length of the CRLF after the data of a chunk. */
const lineEnd = 2;

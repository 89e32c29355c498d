/** Reads a JSON body, with Express's own parser. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { Failure } from '../../model/failure.ts';
import { loneSurrogateIn } from './lone-surrogates.ts';
import { invalidRequest } from '../replies/problems.ts';

/**
 * Returns the value of the body; undefined for an empty one. `limit` is in bytes, after decompression. Throws
 * `invalid-request` if the body is not JSON in UTF-8 or has a lone surrogate, because the API could not return it
 * unchanged.
 */
export function receiveJson(request: IncomingMessage, response: ServerResponse, limit: number): Promise<unknown> {
  // The parser converts an empty body to an empty object, although it is not JSON.
  let isEmpty = false;
  let mayHaveSurrogates = false;
  const verify = (_request: IncomingMessage, _response: ServerResponse, bytes: Buffer, charset: string): void => {
    checkEncoding(bytes, charset);
    isEmpty = bytes.length === 0;
    mayHaveSurrogates = bytes.includes(String.raw`\ud`) || bytes.includes(String.raw`\uD`);
  };
  // Not strict, because the schema validates scalars.
  const parse = express.json({ limit, strict: false, type: () => true, verify });
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error !== undefined) return reject(inOurWords(error as ParserError, limit));
      const { body } = request as { body?: unknown };
      const surrogate = mayHaveSurrogates ? loneSurrogateIn(body) : undefined;
      if (surrogate !== undefined) return reject(invalidRequest([surrogate]));
      resolve(isEmpty ? undefined : body);
    });
  });
}

/** Returns the value of a JSON text. `place` is its location in the body. */
export function parseJson(bytes: Buffer, place = 'body'): unknown {
  if (!isUtf8(bytes)) throw invalidRequest([{ path: place, message: notUtf8 }]);
  if (bytes.length === 0) return undefined;
  const value = parse(bytes, place);
  const mayHaveSurrogates = bytes.includes(String.raw`\ud`) || bytes.includes(String.raw`\uD`);
  const surrogate = mayHaveSurrogates ? loneSurrogateIn(value, place) : undefined;
  if (surrogate !== undefined) throw invalidRequest([surrogate]);
  return value;
}

function parse(bytes: Buffer, place: string): unknown {
  try {
    // The decoder removes a byte order mark.
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw invalidRequest([{ path: place, message: error instanceof Error ? error.message : 'is not JSON' }]);
  }
}

const notUtf8 = 'is not UTF-8; send JSON in UTF-8';

/** The parser accepts other encodings of Unicode, and replaces bytes that are not UTF-8 (RFC 8259, section 8.1). */
function checkEncoding(bytes: Buffer, charset: string): void {
  if (charset !== 'utf-8') {
    const detail = `The body cannot be read: unsupported charset "${charset.toUpperCase()}". Send JSON in UTF-8.`;
    throw new Failure('unsupported-media-type', detail);
  }
  if (!isUtf8(bytes)) throw invalidRequest([{ path: 'body', message: notUtf8 }]);
}

export function bodyTooLarge(limit: number): Failure {
  return new Failure('payload-too-large', `The body is larger than ${limit} bytes, the limit of this operation.`);
}

interface ParserError extends Error {
  readonly status?: number;
}

function inOurWords(error: ParserError, limit: number): Error {
  if (error instanceof Failure) return error;
  switch (error.status) {
    case 400:
      return invalidRequest([{ path: 'body', message: error.message }]);
    case 413:
      return bodyTooLarge(limit);
    case 415:
      return new Failure('unsupported-media-type', `The body cannot be read: ${error.message}. Send JSON in UTF-8.`);
    default:
      return error;
  }
}

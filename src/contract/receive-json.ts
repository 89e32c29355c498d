/** Reads a JSON body, with Express's own parser. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { RegistryError } from '../registry/errors.ts';
import { invalidRequest } from './problems.ts';

/** The value that the body is, undefined for an empty one. `limit` is in bytes, after decompression. */
export function receiveJson(request: IncomingMessage, response: ServerResponse, limit: number): Promise<unknown> {
  // An empty body would become an empty object, although it is no JSON.
  let isEmpty = false;
  const verify = (_request: IncomingMessage, _response: ServerResponse, bytes: Buffer): void => {
    isEmpty = bytes.length === 0;
  };
  // Scalars are for the schema to judge, hence not strict.
  const parse = express.json({ limit, strict: false, type: () => true, verify });
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error !== undefined) return reject(inOurWords(error as ParserError, limit));
      resolve(isEmpty ? undefined : (request as { body?: unknown }).body);
    });
  });
}

export function bodyTooLarge(limit: number): RegistryError {
  return new RegistryError('payload-too-large', `The body is larger than the ${limit} bytes that are taken here.`);
}

interface ParserError extends Error {
  readonly status?: number;
}

function inOurWords(error: ParserError, limit: number): Error {
  switch (error.status) {
    case 400:
      return invalidRequest([{ path: 'body', message: error.message }]);
    case 413:
      return bodyTooLarge(limit);
    case 415:
      return new RegistryError(
        'unsupported-media-type',
        `The body cannot be read: ${error.message}. Send JSON in UTF-8.`,
      );
    default:
      return error;
  }
}

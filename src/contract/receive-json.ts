/** Reads a JSON body, with Express's own parser. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { RegistryError } from '../registry/errors.ts';
import { invalidRequest } from './problems.ts';
import type { ReceivedBody } from './receive-body.ts';

/** `limit` is in bytes, after decompression. */
export function receiveJson(request: IncomingMessage, response: ServerResponse, limit: number): Promise<ReceivedBody> {
  // Scalars are for the schema to judge, hence not strict.
  const parse = express.json({ limit, strict: false, type: () => true });
  return new Promise((resolve, reject) => {
    // It reads nothing of Express's own request and response.
    parse(request as express.Request, response as express.Response, (error?: unknown) => {
      if (error !== undefined) return reject(inOurWords(error as ParserError, limit));
      const { body } = request as { body?: unknown };
      resolve({ judged: body, value: body, notes: [] });
    });
  });
}

interface ParserError extends Error {
  readonly status?: number;
}

function inOurWords(error: ParserError, limit: number): Error {
  switch (error.status) {
    case 400:
      return invalidRequest([{ path: 'body', message: error.message }]);
    case 413:
      return new RegistryError('payload-too-large', `The body is larger than the ${limit} bytes that are taken here.`);
    case 415:
      return new RegistryError(
        'unsupported-media-type',
        `The body cannot be read: ${error.message}. Send JSON in UTF-8.`,
      );
    default:
      return error;
  }
}

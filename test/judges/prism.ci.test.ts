/**
 * Prism, before the server: it objects to no answer that is JSON, refusals included, and to no request but those that
 * are refused for what it objects to.
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import type { ProblemCode } from '../../src/model/failure.ts';
import { mediaTypeOf } from '../examples/draft.ts';
import { startExamples, type Examples } from '../examples/example-server.ts';
import { shownCases } from '../examples/shown-cases.ts';
import { startProxy } from './proxy.ts';

const bundle = path.resolve(import.meta.dirname, '../../generated/openapi.json');

/**
 * It reads bodies as text, which breaks all that are not, and passes none on before it is whole, so none is slow. Queries
 * it encodes anew, so that none arrives that is refused for its encoding.
 */
const judged = shownCases.filter(
  ({ document, operation, status, problem }) =>
    document === api &&
    status < 500 &&
    problem !== 'request-timeout' &&
    problem !== 'invalid-request' &&
    mediaTypeOf(operation) !== 'multipart/form-data' &&
    !operation.replies.get(200)?.content.has('application/octet-stream'),
);

let examples: Examples;
beforeAll(async () => {
  examples = await startExamples((url) =>
    startProxy({
      program: 'prism',
      parametersFor: (port) => ['proxy', bundle, url, '--port', String(port), '-v', 'error'],
    }),
  );
});
afterAll(() => examples[Symbol.asyncDispose]());

describe.each(Object.entries(Object.groupBy(judged, ({ id }) => id)))('%s', (_, cases = []) => {
  test.each(cases.map((shown) => ({ ...shown, title: `${shown.status} ${shown.example ?? ''}` })))(
    '$title',
    async (shown) => {
      const reply = await examples.reply(shown);
      expect([reply.status, objectionsTo(reply)]).toEqual([shown.status, []]);
      // Claims may be of any size, so that the body that is too large is as it is described.
      const isBroken = broken.includes(shown.problem) && !(shown.id === 'explainOidcPolicy' && shown.status === 413);
      expect(reply.headers.has('sl-violations')).toBe(isBroken);
    },
  );
});

/** Of other refusals the request is as it is described, and only what is there already, or is not, stands in its way. */
const broken: readonly (ProblemCode | undefined)[] = ['unauthenticated', 'payload-too-large', 'unsupported-media-type'];

/** It tells in one header what it has against the request, which in a negative test is meant, and against the answer. */
function objectionsTo(reply: Response): object[] {
  const all = JSON.parse(reply.headers.get('sl-violations') ?? '[]') as { readonly location: readonly string[] }[];
  return all.filter(({ location: [place] }) => place !== 'request');
}

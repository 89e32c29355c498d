/**
 * Prism as a proxy of the server: it has no objection to JSON responses, including failures, and none to requests,
 * except to those that the server rejects for the same reason.
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
 * Prism reads bodies as text, which breaks all others, and sends none on before it is complete, so none is slow. It
 * encodes queries again, so that none arrives that is rejected for its encoding.
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

/** For the other failures the request is valid, and only existing or missing records prevent its success. */
const broken: readonly (ProblemCode | undefined)[] = ['unauthenticated', 'payload-too-large', 'unsupported-media-type'];

/** One header has its objections to the request, which are expected in a negative test, and to the response. */
function objectionsTo(reply: Response): object[] {
  const all = JSON.parse(reply.headers.get('sl-violations') ?? '[]') as { readonly location: readonly string[] }[];
  return all.filter(({ location: [place] }) => place !== 'request');
}

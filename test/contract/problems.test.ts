/** The text of a problem has a maximum length, because it may quote the request. */
import { expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import { failureOf, failuresOf, invalidRequest, placesOf, problemOf } from '../../src/contract/replies/problems.ts';
import { Failure, type ProblemCode } from '../../src/model/failure.ts';

test.each([
  ['2,000 characters are told', 'x'.repeat(2000), 'x'.repeat(2000)],
  ['of more, the end is cut off', 'x'.repeat(2001), `${'x'.repeat(1999)}…`],
])('%s', (_, text, told) => {
  expect(problemOf(new Failure('not-found', text)).body).toMatchObject({ detail: told, message: told });
});

test('violations of the contract are listed by location, for programs and for people', () => {
  const errors = [
    { path: 'body.name', message: 'must be string' },
    { path: 'query.page', message: 'is unknown' },
  ];
  const error = invalidRequest(errors);
  expect(problemOf(error).body).toMatchObject({
    detail: 'body.name: must be string; query.page: is unknown',
    errors,
  });
  expect([placesOf(error), placesOf(new Failure('not-found', 'Nowhere.'))]).toEqual([errors, []]);
});

test('a rejection is logged with its kind and cause', () => {
  const cause = new Error('the disk');
  const error = new Failure('unavailable', 'Try again.', { cause });
  expect([String(error), error.cause]).toEqual(['Failure: Try again.', cause]);
});

test('the failures of a status are those that requests cause, and are made once', () => {
  const types = api.components.schemas.ProblemType.enum;
  // The prefix of the contract, without which types are codes.
  const codes = types.map((type) => type.replace('urn:larder:problem:', '') as ProblemCode);
  const all = codes.map((code) => failureOf(new Failure(code, 'x')));
  for (const status of new Set(all.map((failure) => failure.status))) {
    expect(failuresOf(status)).toEqual(all.filter((failure) => failure.status === status));
    expect(failuresOf(status)).toBe(failuresOf(status));
  }
  expect(failuresOf(200)).toEqual([]);
});

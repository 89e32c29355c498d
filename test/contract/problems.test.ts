/** A problem's text is as long as it is, up to a limit: it may quote what a stranger sent. */
import { expect, test } from 'vitest';
import { invalidRequest, placesOf, problemOf } from '../../src/contract/replies/problems.ts';
import { RegistryError } from '../../src/model/failure.ts';

test.each([
  ['2,000 characters are told', 'x'.repeat(2000), 'x'.repeat(2000)],
  ['of more, the end is cut off', 'x'.repeat(2001), `${'x'.repeat(1999)}…`],
])('%s', (_, text, told) => {
  expect(problemOf(new RegistryError('not-found', text)).body).toMatchObject({ detail: told, message: told });
});

test('what breaks the contract is told place by place, for programs and for people', () => {
  const errors = [
    { path: 'body.name', message: 'must be string' },
    { path: 'query.page', message: 'is unknown' },
  ];
  const error = invalidRequest(errors);
  expect(problemOf(error).body).toMatchObject({
    detail: 'body.name: must be string; query.page: is unknown',
    errors,
  });
  expect([placesOf(error), placesOf(new RegistryError('not-found', 'Nowhere.'))]).toEqual([errors, []]);
});

test('a refusal tells the log what it is, and what caused it', () => {
  const cause = new Error('the disk');
  const error = new RegistryError('unavailable', 'Try again.', { cause });
  expect([String(error), error.cause]).toEqual(['RegistryError: Try again.', cause]);
});

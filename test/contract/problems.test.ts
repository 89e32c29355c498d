/** A problem's text is as long as it is, up to a limit: it may quote what a stranger sent. */
import { expect, test } from 'vitest';
import { problemOf } from '../../src/contract/problems.ts';
import { RegistryError } from '../../src/registry/errors.ts';

test.each([
  ['2,000 characters are told', 'x'.repeat(2000), 'x'.repeat(2000)],
  ['of more, the end is cut off', 'x'.repeat(2001), `${'x'.repeat(1999)}…`],
])('%s', (_, text, told) => {
  expect(problemOf(new RegistryError('not-found', text)).body).toMatchObject({ detail: told, message: told });
});

test('a refusal tells the log what it is, and what caused it', () => {
  const cause = new Error('the disk');
  const error = new RegistryError('unavailable', 'Try again.', { cause });
  expect([String(error), error.cause]).toEqual(['RegistryError: Try again.', cause]);
});

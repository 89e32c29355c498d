import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalRequiresPython } from '../../../src/ecosystems/python/requires-python.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { areSpecifiers, hasOracle } from './pip-oracle.ts';

test.each([
  ['>= 3.8 , <4', '>=3.8,<4'],
  ['>=3.8,\n !=3.9.*', '>=3.8,!=3.9.*'],
  ['', ''],
  [' ,, ', ''],
  ['>=3.5.*', '>=3.5'],
  ['>=3.5.*, <4.*', '>=3.5,<4'],
  ['<=3.11.*,>2.*', '<3.12,>=3'],
  ['<=1!3.9.*', '<1!3.10'],
  ['==3.*', '==3.*'],
  ['==1!3.0+local.1', '==1!3.0+local.1'],
  ['~=3.6', '~=3.6'],
  ['=== anything-1', '===anything-1'],
])('reads %j as %j', (text, normal) => {
  expect(normalRequiresPython(text)).toBe(normal);
});

test.each([
  '3.8',
  '~=3',
  '!=3.3*',
  '>=3.6+local',
  '==3.6+local.*',
  '>=3.6a1.*',
  '==3.6.dev1.*',
  '~=3.6.*',
  '>=3 <4',
  '>=',
  '=> 3',
  '>=3"><script>',
])('does not accept %j', (text) => {
  expect(normalRequiresPython(text)).toBeUndefined();
});

describe.skipIf(!hasOracle())("beside pip's own library", () => {
  const version = fc
    .tuple(
      fc.constantFrom('', '', '', '1!', 'v'),
      fc.array(fc.constantFrom('0', '3', '10', '007'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '', '', 'a1', '-beta.2', 'RC', 'x'),
      fc.constantFrom('', '', '', '.post1', '-1', 'r2', '-'),
      fc.constantFrom('', '', '', '.dev1', '_dev'),
      fc.constantFrom('', '', '', '+l', '+1.a-2', '+'),
      fc.constantFrom('', '', '', '.*', '*', '.'),
    )
    .map(([epoch, release, ...rest]) => epoch + release.join('.') + rest.join(''));
  const operator = fc.constantFrom('==', '!=', '~=', '<', '<=', '>', '>=', '===', '', '=', '=>', '<>', '~', '!');
  const specifier = fc.tuple(operator, fc.constantFrom('', '', ' ', '  '), version).map((parts) => parts.join(''));
  const odd = fc.string({ unit: fc.constantFrom(...'<>=!~ .,*+-_0123av') });
  const list = fc.array(fc.oneof({ weight: 9, arbitrary: specifier }, odd), { maxLength: 3 });
  const texts = fc.sample(
    list.map((pieces) => pieces.join(', ')),
    rounds(20_000),
  );

  test('what it writes is what the library accepts', () => {
    const written = texts.map(normalRequiresPython).filter((normal) => normal !== undefined);
    expect(written.length).toBeGreaterThan(texts.length / 20);
    const verdicts = areSpecifiers(written);
    expect(written.filter((_, index) => verdicts[index] !== true)).toEqual([]);
  });

  test('what the library accepts is accepted as it is', () => {
    const verdicts = areSpecifiers(texts);
    const accepted = texts.filter((text, index) => verdicts[index] === true && !isDisputed(text));
    expect(accepted.length).toBeGreaterThan(texts.length / 20);
    expect(accepted.filter((text) => normalRequiresPython(text) !== withoutSpaces(text))).toEqual([]);
  });
});

function withoutSpaces(text: string): string {
  const pieces = text.split(',').map((piece) => piece.replaceAll(/\s/g, ''));
  return pieces.filter((piece) => piece !== '').join(',');
}

/**
 * `===` before a text that is not a version; and a form that pip before 23.1 accepts: a prefix with a pre-release or a
 * post-release in it.
 */
function isDisputed(text: string): boolean {
  const ofIdentity = /^\s*===(?!\s*[\w.*+!-]+\s*$)/;
  return text.split(',').some((piece) => ofIdentity.test(piece) || /[a-z-].*\.\*\s*$/i.test(piece));
}

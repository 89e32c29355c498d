import { expect, test } from 'vitest';
import { compareFileVersions } from '../../../src/ecosystems/files/version.ts';

// The order of the example in Semantic Versioning 2.0.0, section 11.
const IN_ORDER = [
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0',
];

test('orders versions by their precedence', () => {
  expect(IN_ORDER.toReversed().toSorted(compareFileVersions)).toEqual(IN_ORDER);
});

test('takes versions that differ in their build only as equal', () => {
  expect(compareFileVersions('1.0.0+1', '1.0.0+2')).toBe(0);
});

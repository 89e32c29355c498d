import { describe, expect, test } from 'vitest';
import type { RpmRecipe } from '../../fixtures/rpm-package.ts';
import { readRpm } from './read-rpm.ts';

describe('limits', () => {
  const manyFiles = (count: number, length: number): RpmRecipe => {
    const name = 'n'.repeat(length);
    return { files: Array.from({ length: count }, (_, n) => ({ path: `/usr/share/${name}/${n}`, content: '' })) };
  };

  test('reads a package with a hundred thousand files', async () => {
    const { entries } = await readRpm(manyFiles(100_000, 20));
    expect(entries[0]?.text.match(/<file>/g)).toHaveLength(100_000);
  });

  test.each([
    ['too many paths that are short in the header, but long together', manyFiles(20_000, 3000), 'Split the package'],
    ['a path that is too long for Linux', manyFiles(1, 4100), 'the maximum is 4096'],
    ['a tag of 16 MiB', { tags: new Map([[1005, { i18n: ['x'.repeat(2 ** 24 + 1)] }]]) }, 'the maximum is'],
  ])('rejects %s', async (_, one, reason) => {
    await expect(readRpm(one)).rejects.toThrow(reason);
  });
});

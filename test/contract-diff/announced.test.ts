/** Our own contract: nothing that breaks clients of the last release goes out without a word. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { compareWithLastRelease } from '../../openapi/diff/compare-with-last-release.ts';
import { report } from '../../openapi/diff/report.ts';

test('every breaking difference from the last release is announced', async () => {
  const comparison = await compareWithLastRelease(path.resolve(import.meta.dirname, '../..'));
  expect(comparison.unannounced, report(comparison)).toEqual([]);
});

/** A published description is never rewritten: its digest stands in the changelog, and the file has that digest. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { releasesIn } from '../../openapi/diff/changelog.ts';
import { releasedDigests } from '../../openapi/diff/releases.ts';

const project = path.resolve(import.meta.dirname, '../..');

test('openapi/released/ has exactly the files whose SHA-256 stands in openapi/CHANGELOG.md', async () => {
  const recorded = releasesIn(await readFile(path.join(project, 'openapi/CHANGELOG.md'), 'utf8'));
  expect(recorded.map(({ version }) => version)).toContain('0.1.0');
  expect(new Map(recorded.map(({ version, sha256 }) => [version, sha256]))).toEqual(await releasedDigests(project));
});

import { expect, test } from 'vitest';
import { poolPath } from '../../../src/ecosystems/debian/packages-entry.ts';
import { sourceDirectory } from '../../../src/ecosystems/debian/sources/entries.ts';
import { aptUrls } from '../../../src/ecosystems/debian/urls.ts';
import { relativeUrl } from '../../../src/serving/relative-url.ts';

const home = { organization: 'acme', registry: 'debs' };
const [sha256, file] = ['0'.repeat(64), 'g++_1.0~rc+1_amd64.deb'];
const release = aptUrls('').of('getRelease', { ...home, release: 'InRelease' });

test('the path of a deb in the index leads from the root of the repository to its URL', () => {
  const deb = aptUrls('').of('getDeb', { ...home, sha256, file });
  // apt encodes the path itself.
  expect(`../../${poolPath(sha256, file)}`).toBe(decodeURIComponent(relativeUrl(release, deb)));
});

test('the directory of a source in the index leads from the root of the repository to the URLs of its files', () => {
  const source = aptUrls('').of('getSourceFile', { ...home, sha256, file });
  expect(`../../${sourceDirectory(sha256)}/${file}`).toBe(decodeURIComponent(relativeUrl(release, source)));
});

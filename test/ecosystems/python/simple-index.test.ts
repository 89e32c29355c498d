import { expect, test } from 'vitest';
import { ecosystems } from '../../../src/server/ecosystems.ts';
import { readSimpleEntry, type ListedFile } from '../../../src/ecosystems/python/simple-entry.ts';
import {
  projectHtml,
  projectJson,
  projectListHtml,
  projectListJson,
} from '../../../src/ecosystems/python/simple-index.ts';

const sums = { file: 'a'.repeat(64), metadata: 'b'.repeat(64) };
const uploadTime = '2024-09-11T17:55:57Z';
const wheel: ListedFile = {
  uploadTime,
  yanked: false,
  filename: 'demo-1.0+l.1-py3-none-any.whl',
  sha256: sums.file,
  size: 7,
  version: '1.0+l.1',
  requiresPython: '>=3.8,<4',
  metadataSha256: sums.metadata,
};
const sdist: ListedFile = {
  uploadTime,
  yanked: false,
  filename: 'demo-1.0.tar.gz',
  sha256: sums.file,
  size: 5,
  version: '1.0',
};

test('T-PY-7, T-PY-8: a page has its version and a link to each file, all escaped', () => {
  expect(Buffer.from(projectHtml('demo', [sdist, wheel])).toString()).toBe(
    [
      '<!DOCTYPE html>',
      '<html>',
      '<head>',
      '<meta charset="utf-8">',
      '<meta name="pypi:repository-version" content="1.4">',
      '<title>Links for demo</title>',
      '</head>',
      '<body>',
      `<a href="../../files/${sums.file}/demo-1.0.tar.gz#sha256=${sums.file}">demo-1.0.tar.gz</a><br>`,
      `<a href="../../files/${sums.file}/demo-1.0%2Bl.1-py3-none-any.whl#sha256=${sums.file}"` +
        ' data-requires-python="&#62;=3.8,&#60;4"' +
        ` data-core-metadata="sha256=${sums.metadata}" data-dist-info-metadata="sha256=${sums.metadata}"` +
        '>demo-1.0+l.1-py3-none-any.whl</a><br>',
      '</body>',
      '</html>',
      '',
    ].join('\n'),
  );
});

test('T-PY-7, T-PY-8: the same in JSON', () => {
  expect(projectJson('demo', [sdist, wheel])).toEqual({
    meta: { 'api-version': '1.4' },
    name: 'demo',
    versions: ['1.0', '1.0+l.1'],
    files: [
      {
        filename: 'demo-1.0.tar.gz',
        url: `../../files/${sums.file}/demo-1.0.tar.gz`,
        hashes: { sha256: sums.file },
        size: 5,
        'upload-time': uploadTime,
        'core-metadata': false,
        yanked: false,
      },
      {
        filename: 'demo-1.0+l.1-py3-none-any.whl',
        url: `../../files/${sums.file}/demo-1.0%2Bl.1-py3-none-any.whl`,
        hashes: { sha256: sums.file },
        size: 7,
        'upload-time': uploadTime,
        'requires-python': '>=3.8,<4',
        'core-metadata': { sha256: sums.metadata },
        yanked: false,
      },
    ],
  });
});

test('a version with several files is listed once', () => {
  const other = { ...sdist, filename: 'demo-1.0-py3-none-any.whl' };
  expect(projectJson('demo', [sdist, other]).versions).toEqual(['1.0']);
});

test('the list has a link to each project', () => {
  expect(Buffer.from(projectListHtml(['demo', 'foo-bar'])).toString()).toContain(
    '<body>\n<a href="demo/">demo</a><br>\n<a href="foo-bar/">foo-bar</a><br>\n</body>',
  );
});

test('the list in JSON has their names', () => {
  expect(projectListJson(['demo'])).toEqual({ meta: { 'api-version': '1.4' }, projects: [{ name: 'demo' }] });
});

// The example of PEP 503, and versions that PEP 440 takes as equal.
test.each([
  'friendly-bard',
  'Friendly-Bard',
  'FRIENDLY-BARD',
  'friendly.bard',
  'friendly_bard',
  'friendly--bard',
  'FrIeNdLy-._.-bArD',
])('%s is one project with the others', (name) => {
  expect(ecosystems.python.names.nameKey(name)).toBe('friendly-bard');
});

test.each([
  ['1.0', '1'],
  ['1.0.0-RC.1', '1rc1'],
  ['1!0.0', '1!0'],
  ['10', '10'],
  ['not a version', 'not a version'],
])('the version %s is one with %s', (version, key) => {
  expect(ecosystems.python.names.versionKey(version)).toBe(key);
});

test.each([
  ['~=3', undefined],
  ['>=3.5.*', '>=3.5'],
  ['>=3.9', '>=3.9'],
])('reads the Requires-Python %s of an earlier entry as %s', (stored, requiresPython) => {
  const text = JSON.stringify({ ...wheel, requiresPython: stored });
  expect(readSimpleEntry(text).requiresPython).toBe(requiresPython);
});

test('leaves an earlier entry out if its Requires-Python is too long', () => {
  const rejection = (requiresPython: string) =>
    ecosystems.python.entryRules?.refusal(JSON.stringify({ ...wheel, requiresPython }), 'demo');
  expect(rejection('~=3')).toBeUndefined();
  expect(rejection(`>=3${',>=3'.repeat(125)}`)).toBe('Its Requires-Python has 503 characters; the maximum is 500.');
});

import { describe, expect, test } from 'vitest';
import { read as readDistribution } from '../../../src/ecosystems/python/read.ts';
import { digestsOf, withIncoming } from '../../fixtures/local-file.ts';
import {
  buildSdist,
  buildWheel,
  coreMetadata,
  type SdistRecipe,
  type WheelRecipe,
} from '../../fixtures/python-package.ts';
import { zipArchive } from '../../fixtures/zip-archive.ts';

const readWheel = (recipe: WheelRecipe = {}, name = 'demo-1.0.0-py3-none-any.whl') =>
  withIncoming(buildWheel(recipe), readDistribution, name);

const readSdist = async (recipe: SdistRecipe = {}, name = 'demo-1.0.0.tar.gz') =>
  withIncoming(await buildSdist(recipe), readDistribution, name);

test.each([
  ['demo-1.0.0-py3-none-any.whl', 'py3-none-any'],
  ['demo-1.0.0-1-py3-none-any.whl', '1-py3-none-any'],
  [
    'demo-1.0.0-2b_x.1-cp39.cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
    '2b_x.1-cp39.cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64',
  ],
])('reads the variant of a wheel from its name: %s', async (fileName, variant) => {
  expect(await readWheel({}, fileName)).toMatchObject({ name: 'demo', version: '1.0.0', variant });
});

test('reads a source distribution', async () => {
  expect(await readSdist()).toMatchObject({ name: 'demo', version: '1.0.0', variant: 'sdist' });
});

test('reads a source distribution in a zip archive', async () => {
  const bytes = zipArchive([
    { name: 'demo-1.0.0/' },
    { name: 'demo-1.0.0/PKG-INFO', content: coreMetadata('demo', '1.0.0') },
  ]);
  expect(await withIncoming(bytes, readDistribution, 'demo-1.0.0.zip')).toMatchObject({ variant: 'sdist' });
});

test('reads a wheel whose files are stored as they are', async () => {
  const entries: WheelRecipe['entries'] = (usual) => usual.map((entry) => ({ ...entry, method: 'stored' }));
  expect((await readWheel({ entries })).name).toBe('demo');
});

test('reads a wheel with a comment at its end', async () => {
  expect((await readWheel({ end: { comment: 'made by hand' } })).name).toBe('demo');
});

test('reads a wheel larger than the limit of its metadata', async () => {
  const large = { name: 'demo.bin', content: Buffer.alloc(5_000_000, 'x') };
  expect((await readWheel({ entries: (usual) => [large, ...usual] })).name).toBe('demo');
});

test('finds the metadata of a source distribution behind its other files', async () => {
  const large = { name: 'demo-1.0.0/demo.bin', content: Buffer.alloc(5_000_000, 'x') };
  expect((await readSdist({ entries: (usual) => [large, ...usual.toReversed()] })).name).toBe('demo');
});

test('keeps name and version as the metadata has them', async () => {
  expect(
    await readWheel({ name: 'Foo.Bar-baz', version: '1.0.RC1' }, 'foo_bar_baz-1.0rc1-py3-none-any.whl'),
  ).toMatchObject({ name: 'Foo.Bar-baz', version: '1.0.RC1' });
});

test.each([
  ['Foo.Bar', '1.0', 'foo_bar-1.0.tar.gz'],
  ['foo-bar', '1.0', 'foo-bar-1.0.tar.gz'],
  ['foo-2', '1.0', 'foo-2-1.0.tar.gz'],
  ['foo', '1.0-1', 'foo-1.0-1.tar.gz'],
  ['foo', '1.0+local.1', 'foo-1.0+local.1.tar.gz'],
  ['foo', '1!2.0', 'foo-1!2.0.tar.gz'],
  ['foo', '1.0.0', 'foo-1.tar.gz'],
])('takes %s %s from %s', async (name, version, fileName) => {
  expect(await readSdist({ name, version }, fileName)).toMatchObject({ name, version });
});

test('makes the entry of a wheel', async () => {
  const metadata = coreMetadata('Foo.Bar', '1.0.0.RC1', { 'Requires-Python': '>=3.8, <4' });
  const bytes = buildWheel({ name: 'Foo.Bar', version: '1.0.0.RC1', metadata });
  const fileName = 'Foo.Bar-1.0.0rc1-py3-none-any.whl';
  const {
    entries: [entry],
  } = await withIncoming(bytes, readDistribution, fileName);
  expect([entry?.part, JSON.parse(entry?.text ?? '')]).toEqual([
    'foo-bar',
    {
      filename: fileName,
      sha256: digestsOf(bytes).sha256,
      size: bytes.length,
      version: '1.0.0rc1',
      requiresPython: '>=3.8,<4',
      metadataSha256: digestsOf(Buffer.from(metadata)).sha256,
    },
  ]);
});

test('offers no metadata file of a source distribution', async () => {
  expect(JSON.parse((await readSdist()).entries[0]?.text ?? '')).not.toHaveProperty('metadataSha256');
});

describe('metadata that is shown', () => {
  test('has the useful fields', async () => {
    const metadata = {
      'Requires-Python': '>=3.8',
      Keywords: 'fruit, yellow',
      Author: 'Tess',
      'License-Expression': 'MIT',
      Classifier: ['Topic :: Food', 'Topic :: Fruit'],
      'Requires-Dist': ['requests >=2', 'tomli ; python_version < "3.11"'],
      'Provides-Extra': 'test',
      'Project-URL': ['Source, https://example.test/a,b', '__proto__, https://example.test/'],
      'X-Private': 'not shown',
    };
    expect((await readWheel({ metadata })).metadata).toEqual({
      summary: 'Says its version',
      requires_python: '>=3.8',
      keywords: ['fruit', 'yellow'],
      author: 'Tess',
      license_expression: 'MIT',
      classifier: ['Topic :: Food', 'Topic :: Fruit'],
      requires_dist: ['requests >=2', 'tomli ; python_version < "3.11"'],
      provides_extra: ['test'],
      project_urls: Object.fromEntries([
        ['Source', 'https://example.test/a,b'],
        ['__proto__', 'https://example.test/'],
      ]),
    });
  });

  test('is small when fields are long and many', async () => {
    const metadata = { Author: 'a'.repeat(100_000), Classifier: Array.from({ length: 5000 }, () => 'c') };
    const shown = (await readWheel({ metadata })).metadata;
    expect([JSON.stringify(shown['author']).length, shown['classifier']]).toEqual([
      1002,
      Array.from({ length: 200 }, () => 'c'),
    ]);
  });

  test('has continued lines in one', async () => {
    const metadata = { License: 'One\n        |Two' };
    expect((await readWheel({ metadata })).metadata['license']).toBe('One |Two');
  });

  test('has no control characters', async () => {
    const metadata = { License: 'One\fTwo\x1b[31m' };
    expect((await readWheel({ metadata })).metadata['license']).toBe('One Two [31m');
  });

  test('leaves out what old tools wrote for nothing', async () => {
    expect((await readWheel({ metadata: { License: 'UNKNOWN', Author: '' } })).metadata).toEqual({
      summary: 'Says its version',
    });
  });

  test('has nothing of the description behind the fields', async () => {
    const metadata = `${coreMetadata('demo', '1.0.0')}\nName: another\nno field\n`;
    expect((await readWheel({ metadata })).name).toBe('demo');
  });

  test('is read before a long description', async () => {
    const metadata = `${coreMetadata('demo', '1.0.0')}\n${'x'.repeat(9 * 1024 * 1024)}`;
    expect((await readWheel({ metadata })).name).toBe('demo');
  });

  test('ends at a line that a tool failed to indent', async () => {
    const metadata = `${coreMetadata('demo', '1.0.0')}Keywords: a\nb c\nRequires-Python: >=99\n`;
    expect((await readWheel({ metadata })).metadata).toEqual({ summary: 'Says its version', keywords: ['a'] });
  });

  test('is read with any line ends', async () => {
    const metadata = coreMetadata('demo', '1.0.0').replaceAll('\n', '\r\n');
    expect((await readWheel({ metadata })).metadata).toEqual({ summary: 'Says its version' });
  });
});

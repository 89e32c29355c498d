import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { read as readDistribution } from '../../../src/ecosystems/python/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import {
  buildSdist,
  buildWheel,
  coreMetadata,
  type SdistRecipe,
  type WheelRecipe,
} from '../../fixtures/python-package.ts';
import { zipArchive } from '../../fixtures/zip-archive.ts';

const WHEEL = 'demo-1.0.0-py3-none-any.whl';
const SDIST = 'demo-1.0.0.tar.gz';

/** The message, in one sentence, for bytes that are rejected under a name. */
async function rejection(bytes: Uint8Array, name: string): Promise<string> {
  const outcome = await withIncoming(bytes, readDistribution, name).catch((error: unknown) => error);
  if (!(outcome instanceof UnacceptableFile)) throw new Error('The file was not refused.', { cause: outcome });
  expect(outcome.message).toMatch(/^[^\n]+\.$/);
  return outcome.message;
}

const wheelRejection = (recipe: WheelRecipe, name = WHEEL) => rejection(buildWheel(recipe), name);
const sdistRejection = async (recipe: SdistRecipe, name = SDIST) => rejection(await buildSdist(recipe), name);

test.each([
  'demo-1.0.0.egg',
  'demo-1.0.0.tar.bz2',
  'demo-1.0.0.tar.gz.asc',
  'demo.tar.gz',
  'demo-one.tar.gz',
  '-1.0.0.tar.gz',
  'demo-1.0.0.whl',
  'demo-1.0.0-py3-none.whl',
  'demo-1.0.0-x-py3-none-any.whl',
  'demo-1.0.0-1-2-py3-none-any.whl',
  'demo-one-py3-none-any.whl',
  'demo-1.0.0-py3-none-.whl',
  'demo-1.0.0-py3..py2-none-any.whl',
  '_demo-1.0.0-py3-none-any.whl',
  'démo-1.0.0-py3-none-any.whl',
  'de mo-1.0.0.tar.gz',
  `demo-1.0.0-py3-none-any.whl\n`,
])('rejects the file name %j', async (name) => {
  expect(await wheelRejection({}, name)).toContain('is neither a wheel');
});

describe.each([
  ['a wheel', (metadata: SdistRecipe['metadata']) => wheelRejection({ ...(metadata !== undefined && { metadata }) })],
  [
    'a source distribution',
    (metadata: SdistRecipe['metadata']) => sdistRejection({ ...(metadata !== undefined && { metadata }) }),
  ],
])('the metadata of %s', (_, because) => {
  test.each(['Metadata-Version', 'Name', 'Version'])('must have %s', async (field) => {
    expect(await because({ [field]: undefined })).toContain(`has no field "${field}"`);
  });

  test.each(['Metadata-Version', 'Name', 'Version', 'Requires-Python', 'Summary'])(
    'may have %s once only',
    async (field) => {
      const value = { Name: 'demo', Version: '1.0.0', 'Metadata-Version': '2.1' }[field] ?? '>=3';
      expect(await because({ [field]: [value, value] })).toContain(`has the field "${field}" twice`);
    },
  );

  test('may have a field only once, in any case', async () => {
    expect(await because({ NAME: 'demo' })).toContain('has the field "Name" twice');
  });

  test.each([
    [{ Name: 'demo!' }, 'has the name "demo!"'],
    [{ Name: '-demo' }, 'has the name "-demo"'],
    [{ Version: '1.0.0.x' }, 'has the version "1.0.0.x"'],
    [{ 'Requires-Python': '3.9 or so' }, 'has the Requires-Python "3.9 or so"'],
    [{ 'Requires-Python': '~=3' }, 'has the Requires-Python "~=3", which is not a list of version specifiers'],
    [{ 'Requires-Python': `>=3${',>=3'.repeat(125)}` }, 'has a Requires-Python of 503 characters; the maximum is 500'],
    [{ 'Metadata-Version': '3.0' }, 'has the Metadata-Version "3.0"'],
    [{ Name: 'other' }, 'but according to its metadata it is "other" "1.0.0"'],
    [{ Version: '1.0.1' }, 'but according to its metadata it is "demo" "1.0.1"'],
  ])('may not have %j', async (metadata, reason) => {
    expect(await because(metadata)).toContain(reason);
  });

  test.each([
    ['', 'has no field "Metadata-Version"'],
    [`no field\n${coreMetadata('demo', '1.0.0')}`, 'has no field "Metadata-Version"'],
    [`\nName: demo\n`, 'has no field'],
    [Buffer.from([0xff, 0xfe]), 'is not valid UTF-8'],
    [coreMetadata('demo', '1.0.0', { Author: 'a\0b' }), 'contains a NUL character'],
    [`${coreMetadata('demo', '1.0.0')}\n${'x'.repeat(10 * 1024 * 1024)}`, 'the maximum is 10485760'],
  ])('may not be %j', async (metadata, reason) => {
    expect(await because(metadata)).toContain(reason);
  });
});

describe('a wheel', () => {
  const without = (ending: string): WheelRecipe => ({
    entries: (usual) => usual.filter(({ name }) => !name.endsWith(ending)),
  });

  test.each(['METADATA', 'WHEEL', 'RECORD'])('must have %s', async (name) => {
    expect(await wheelRejection(without(`/${name}`))).toContain(`has no file "${name}"`);
  });

  test.each(['METADATA', 'WHEEL', 'RECORD'])('may have %s once only', async (name) => {
    const entries: WheelRecipe['entries'] = (usual) => [
      ...usual,
      ...usual.filter((entry) => entry.name.endsWith(name)),
    ];
    expect(await wheelRejection({ entries })).toContain(`${name}" twice`);
  });

  test('must have a .dist-info folder', async () => {
    expect(await rejection(zipArchive([{ name: 'demo.py' }]), WHEEL)).toContain(
      'no folder whose name ends with ".dist-info"',
    );
  });

  test('may have one .dist-info folder only', async () => {
    const entries: WheelRecipe['entries'] = (usual) => [...usual, { name: 'other-1.dist-info/METADATA' }];
    expect(await wheelRejection({ entries })).toContain('has two folders');
  });

  test('must have its .dist-info folder named after itself', async () => {
    const entries: WheelRecipe['entries'] = (usual) =>
      usual.map((entry) => ({ ...entry, name: entry.name.replace('demo-1.0.0', 'demo-2.0.0') }));
    expect(await wheelRejection({ entries })).toContain('in the folder of "demo-2.0.0"');
  });

  test.each(['2.0', '', 'one'])('must be of a known format, not %j', async (version) => {
    expect(await wheelRejection({ wheel: { 'Wheel-Version': version } })).toContain('only 1.x is supported');
  });

  test.each(['../x', 'a/../../x', '/x', 'C:/x'])('may not have the path %j', async (name) => {
    const rejected = await wheelRejection({ entries: (usual) => [...usual, { name }] });
    expect(rejected).toContain(`has the path "${name}", which leads out of it`);
  });

  test('may not have a path with a backslash', async () => {
    const rejected = await wheelRejection({ entries: (usual) => [...usual, { name: 'a\\b' }] });
    expect(rejected).toBe('The zip archive has the path "a\\\\b", which has a backslash. Separate folders with "/".');
  });

  test.each([
    ['another name', { name: 'x'.repeat(28) }],
    ['another method', { method: 0 }],
    ['other flags', { flags: 0 }],
    ['another size', { size: 1 }],
    ['another packed size', { packedSize: 1 }],
    ['another checksum', { crc: 1 }],
  ])('may not have %s before a file than in the directory', async (_, local) => {
    const entries: WheelRecipe['entries'] = (usual) =>
      usual.map((entry) => (entry.name.endsWith('METADATA') ? { ...entry, local } : entry));
    expect(await wheelRejection({ entries })).toContain('and the directory of the archive differ');
  });

  test.each([
    ['a wrong checksum', { crc: 1 }, 'does not match its checksum'],
    ['a size too small', { size: 10 }, 'damaged'],
    ['a size too large', { size: 500 }, 'damaged'],
    ['an unknown method', { method: 99 }, 'compressed by method 99; only deflate'],
    ['encryption', { flags: 0x801 }, 'encrypted'],
  ])('may not have metadata with %s', async (_, wrong, reason) => {
    const entries: WheelRecipe['entries'] = (usual) =>
      usual.map((entry) => (entry.name.endsWith('METADATA') ? { ...entry, fields: wrong } : entry));
    expect(await wheelRejection({ entries })).toContain(reason);
  });

  test('may not hide entries from readers that count', async () => {
    const entries: WheelRecipe['entries'] = (usual) => [...usual, { name: 'demo-1.0.0.dist-info/METADATA' }];
    expect(await wheelRejection({ entries, end: { count: 4 } })).toContain('more entries in its directory');
  });

  test('may not be cut off', async () => {
    expect(await rejection(buildWheel().subarray(0, -30), WHEEL)).toContain('damaged or truncated');
  });

  test('may not be something else', async () => {
    expect(await rejection(await buildSdist(), WHEEL)).toContain('damaged or truncated');
  });
});

describe('a source distribution', () => {
  test('must have PKG-INFO in its folder', async () => {
    const entries: SdistRecipe['entries'] = (usual) => usual.filter(({ name }) => name !== 'demo-1.0.0/PKG-INFO');
    expect(await sdistRejection({ entries })).toContain('has no file "PKG-INFO"');
  });

  test.each(['demo-1.0.0/PKG-INFO', './demo-1.0.0//PKG-INFO', 'other/PKG-INFO'])(
    'may not have another %s',
    async (name) => {
      expect(await sdistRejection({ entries: (usual) => [...usual, { name, content: 'x' }] })).toContain(
        'it must have one',
      );
    },
  );

  test('must have its folder named after itself', async () => {
    const entries: SdistRecipe['entries'] = () => [{ name: 'src/PKG-INFO', content: coreMetadata('demo', '1.0.0') }];
    expect(await sdistRejection({ entries })).toContain('in the folder of "src"');
  });

  test('may not have PKG-INFO as a link', async () => {
    const entries: SdistRecipe['entries'] = () => [
      { name: 'demo-1.0.0/PKG-INFO', type: 'symlink', linkname: '/etc/passwd' },
    ];
    expect(await sdistRejection({ entries })).toContain('as a symlink');
  });

  test.each(['../x', 'demo-1.0.0/../../x', '/x'])('may not have the path %j', async (name) => {
    expect(await sdistRejection({ entries: (usual) => [...usual, { name, content: 'x' }] })).toContain(
      'leads out of it',
    );
  });

  test('may not be truncated, even after the relevant part', async () => {
    const bytes = await buildSdist();
    expect(await rejection(bytes.subarray(0, -20), SDIST)).toMatch(/damaged|cut off/);
  });

  test('may not be another archive', async () => {
    expect(await rejection(buildWheel(), SDIST)).toContain('cannot be unpacked');
  });

  test('may not be a compressed something', async () => {
    expect(await rejection(gzipSync('x'.repeat(5000)), SDIST)).toContain('tar archive is damaged');
  });
});

/** Released descriptions do not change, and the highest version is the last. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareBundles } from '../../openapi/diff/compare-bundles.ts';
import { lastRelease, readBundles, versionOf, writeRelease } from '../../openapi/diff/releases.ts';
import { bookShop } from './book-shop.ts';
import { newProject } from './new-project.ts';

const other = { ...bookShop, info: { title: 'Other books', version: '1.0.0' } };

test('bundles are read by their names, and other JSON is not taken for one', async () => {
  const bundles = { openapi: bookShop, 'native/debian': other };
  const { folder } = await newProject('', { ...bundles, figures: { cells: 3 } });
  expect(await readBundles(folder)).toEqual(bundles);
});

test('the last release is the highest version', async () => {
  const { folder } = await newProject('', {});
  for (const version of ['1.9.0', '1.10.0', '1.2.0'])
    await writeRelease(folder, { version, bundles: { [version]: {} } });
  expect(await lastRelease(folder)).toEqual({ version: '1.10.0', bundles: { '1.10.0': {} } });
});

test('a released description never changes', async () => {
  const { folder } = await newProject('', {});
  await writeRelease(folder, { version: '1.0.0', bundles: { openapi: bookShop } });
  const file = path.join(folder, 'openapi/released/1.0.0.json');
  const released = await readFile(file, 'utf8');
  await writeRelease(folder, { version: '1.0.0', bundles: { openapi: structuredClone(bookShop) } });
  await expect(writeRelease(folder, { version: '1.0.0', bundles: { openapi: other } })).rejects.toThrow(
    /different bundles/,
  );
  expect(await readFile(file, 'utf8')).toBe(released);
});

test('all descriptions go out together', () => {
  const next = { ...bookShop, info: { title: 'Books', version: '1.1.0' } };
  expect(versionOf({ openapi: bookShop, pages: other })).toBe('1.0.0');
  expect(() => versionOf({ openapi: bookShop, pages: next })).toThrow(/1\.0\.0 in openapi, but 1\.1\.0 in pages/);
});

describe('a whole description', () => {
  test('that is gone breaks', async () => {
    expect(await compareBundles({ openapi: bookShop, pages: other }, { openapi: bookShop })).toMatchObject([
      { place: 'pages', kind: 'removed', severity: 'breaking' },
    ]);
  });

  test('that is new does not', async () => {
    expect(await compareBundles({ openapi: bookShop }, { openapi: bookShop, pages: other })).toMatchObject([
      { place: 'pages', kind: 'added', severity: 'compatible' },
    ]);
  });
});

/** Few files name an ecosystem, apart from its own, so that adding one changes few. */
import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ecosystems } from '../../src/server/ecosystems.ts';

test('the paths of the API refer to no example of one ecosystem', async () => {
  const names = Object.keys(ecosystems).join('|');
  const example = new RegExp(`^\\s+(${names}):|[/-](${names})\\.yaml`, 'm');
  const found: string[] = [];
  for await (const file of glob('openapi/paths/*.yaml'))
    if (example.test(await readFile(file, 'utf8'))) found.push(file);
  expect(found).toEqual([]);
});

test('at most eight files name python, apart from its own', async () => {
  const found: string[] = [];
  for await (const file of glob(['src/**/*', 'openapi/**/*'], { exclude: own, withFileTypes: false }))
    if (/\.\w+$/.test(file) && /\bpython\b/i.test(await readFile(file, 'utf8'))) found.push(file);
  // The other two cannot be counted: `debian` is the default example, and `files` is an English word.
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(8);
});

const own = [
  'src/ecosystems/python/**',
  'openapi/native/python/**',
  'openapi/native/python.yaml',
  'openapi/released/**',
];

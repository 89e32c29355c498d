/** Imports run only downwards, as `dependency-rules.ts` draws it. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { newFolder } from '../fixtures/process-client.ts';
import { cruiseOptions } from './dependency-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('no file imports a file of a higher or parallel folder, or in a circle', async () => {
  const { violations, totalCruised } = await violationsIn(root, ['src', 'openapi', 'scripts', 'test']);
  expect(violations).toEqual([]);
  expect(totalCruised).toBeGreaterThan(500);
});

test.each([
  [
    'an import upwards',
    { 'src/model/a.ts': `import { b } from '../registry/b.ts'; b;`, 'src/registry/b.ts': 'export const b = 1;' },
  ],
  [
    'the import of a type upwards',
    {
      'src/storage/a.ts': `import type { B } from '../server/b.ts'; export type A = B;`,
      'src/server/b.ts': 'export type B = 1;',
    },
  ],
  [
    'an import of another ecosystem',
    { 'src/ecosystems/debian/a.ts': `import '../python/b.ts';`, 'src/ecosystems/python/b.ts': 'export {};' },
  ],
  ['an import of a sibling', { 'src/web/a.ts': `import '../api/b.ts';`, 'src/api/b.ts': 'export {};' }],
  ['a script in a test', { 'test/a.ts': `import '../scripts/b.ts';`, 'scripts/b.ts': 'export {};' }],
  ['a test in a script', { 'scripts/a.ts': `import '../test/b.ts';`, 'test/b.ts': 'export {};' }],
  [
    'a circle of types',
    {
      'src/model/a.ts': `import type { B } from './b.ts'; export type A = B | 1;`,
      'src/model/b.ts': `import type { A } from './a.ts'; export type B = A | 2;`,
    },
  ],
  [
    'a reader that reaches the server',
    {
      'src/ecosystems/files/read.ts': `import './a.ts';`,
      'src/ecosystems/files/a.ts': `import '../../serving/b.ts';`,
      'src/serving/b.ts': 'export {};',
    },
  ],
  [
    'an operation that writes to the catalog',
    { 'src/api/a.ts': `import '../registry/writable.ts';`, 'src/registry/writable.ts': 'export {};' },
  ],
  [
    'a development dependency, loaded when it is needed',
    {
      'src/registry/a.ts': `await import('yaml');`,
      'package.json': '{"type": "module", "devDependencies": {"yaml": "1.0.0"}}',
      'node_modules/yaml/package.json': '{"name": "yaml", "version": "1.0.0", "main": "index.js"}',
      'node_modules/yaml/index.js': '',
    },
  ],
  ['SQLite outside the storage', { 'src/registry/a.ts': `import 'node:sqlite';` }],
])('rejects %s', async (_, files) => {
  const folder = await newFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const tops = ['src', 'scripts', 'test'].filter((top) =>
    Object.keys(files).some((name) => name.startsWith(`${top}/`)),
  );
  expect((await violationsIn(folder, tops)).violations).not.toEqual([]);
});

async function violationsIn(
  baseDir: string,
  folders: readonly string[],
): Promise<{ violations: string[]; totalCruised: number }> {
  const { output } = await cruise([...folders], { ...cruiseOptions, baseDir });
  // Without an output type, it is the result itself.
  const { violations, totalCruised } = (output as ICruiseResult).summary;
  return { totalCruised, violations: violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`) };
}

/** The size of the client in a browser. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../src/client');

it('the whole client with openapi-fetch is smaller than its README states', async () => {
  await using bundle = await rolldown({ input: path.join(folder, 'index.ts'), logLevel: 'silent' });
  const { output } = await bundle.generate({ minify: true });
  const code = output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
  const size = gzipSync(code, { level: 9 }).length;
  const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
  const [, stated] = /it is less than ([\d.]+) kB, minified and gzipped/.exec(readme) ?? [];
  expect(code).toContain('larder-client/');
  expect(size).toBeLessThan(Number(stated) * 1000);
});

/** The size of the client in a browser. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../src/client');

it('the whole client with openapi-fetch has at most the size that README states', async () => {
  await using bundle = await rolldown({ input: path.join(folder, 'index.ts'), logLevel: 'silent' });
  const { output } = await bundle.generate({ minify: true });
  const code = output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
  const size = gzipSync(code, { level: 9 }).length;
  const [, stated] =
    /it is ([\d.]+) kB, minified and gzipped/.exec(await readFile(path.join(folder, 'README.md'), 'utf8')) ?? [];
  expect(code).toContain('larder-client/');
  expect(size / 1000).toBeLessThanOrEqual(Number(stated) + 0.05);
  expect(size).toBeLessThan(12_000);
});

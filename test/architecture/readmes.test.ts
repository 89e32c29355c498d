/** The documents for contributors name what exists. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');

const folders = (await readdir(path.join(root, 'src'), { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

// The client's README is that of a package of its own.
test.each(folders.filter((name) => name !== 'client'))('src/%s has a README of a few lines', async (name) => {
  const lines = (await read(`src/${name}/README.md`)).trimEnd().split('\n');
  expect(lines[0]).toBe(`# ${name}`);
  expect(lines.length).toBeGreaterThanOrEqual(5);
  expect(lines.length).toBeLessThanOrEqual(15);
});

test.each(['src/README.md', ...folders.filter((name) => name !== 'client').map((name) => `src/${name}/README.md`)])(
  '%s names files that exist',
  async (file) => {
    const folder = path.dirname(file);
    const named = [...(await read(file)).matchAll(/`([\w./-]+(?:\.ts|\.js|\.yaml|\.md|\/))`/g)].map(
      ([, name = '']) => name,
    );
    const exists = async (name: string): Promise<boolean> => {
      const places = [folder, 'src', '.'].map((base) => path.join(root, base, name));
      const found = await Promise.all(places.map((place) => readdir(path.dirname(place)).catch((): string[] => [])));
      return places.some((place, index) => found[index]?.includes(path.basename(place)));
    };
    const missing: string[] = [];
    for (const name of named) if (!(await exists(name))) missing.push(name);
    expect(missing).toEqual([]);
  },
);

test.each(['README.md', 'CONTRIBUTING.md'])('%s names commands that exist', async (file) => {
  const { scripts } = JSON.parse(await read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...(await read(file)).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(0);
});

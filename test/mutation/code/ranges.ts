/** Which lines of the code are mutated when not all are: Stryker itself knows no samples. */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { chanceFrom } from '../../torture/chance.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** In lines; a mutant must lie within one. */
const size = 20;

/** As `--mutate` takes them, such as `src/model/slug.ts:1-20`: drawn from all lines of the files that patterns match. */
export async function drawRanges(patterns: readonly string[], count: number, seed: string): Promise<string[]> {
  const chance = chanceFrom(seed);
  const files: string[] = [];
  for await (const file of glob([...patterns], { cwd: root })) files.push(file);
  const ranges = await Promise.all(files.toSorted().map(rangesOf));
  const drawn = ranges.flat().map((range) => ({ range, rank: chance.next() }));
  return drawn
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, count)
    .map(({ range }) => range);
}

async function rangesOf(file: string): Promise<string[]> {
  const lines = (await readFile(path.join(root, file), 'utf8')).split('\n').length;
  return Array.from({ length: Math.ceil(lines / size) }, (_, index) => {
    const first = index * size + 1;
    return `${file}:${first}-${Math.min(first + size - 1, lines)}`;
  });
}

/** The packages of all kinds that hostile files are made from are listed, so that readers of the lists read changed ones. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { followAll } from '../ecosystems/follow.ts';
import { can } from '../ecosystems/recipe.ts';
import { recipes } from '../ecosystems/recipes.ts';
import { openRegistry } from '../ecosystems/registries.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { publish } from '../fixtures/server.ts';
import { useServer } from '../native/watched-server.ts';
import { kindsOf } from './kinds.ts';

const server = useServer();

const all = recipes.flatMap((recipe) => kindsOf(recipe).map((kind) => ({ recipe, kind, title: kind.title })));
const further = all.filter(({ recipe, title }) => title !== recipe.ecosystem);

test.each(further)('$title: changed files are listed with their companions', async ({ recipe, kind }) => {
  const home = await openRegistry(server(), recipe, 'a public');
  const digests: string[] = [];
  for (const number of [0, 1, 2, 3]) {
    const { file, companionsOf } = await kind.build(number);
    const isArchive = file.name.endsWith('.gz');
    const changed = isArchive ? { ...file, bytes: Buffer.from(gzipSync(`changed ${number}`)) } : file;
    for (const { name, bytes } of [changed, ...companionsOf(changed)])
      expect((await publish(server(), home.slug, name, bytes)).status, name).toBe(200);
    digests.push(digestsOf(changed.bytes).sha256);
  }
  const listed = can(recipe.documents) ? await followAll(recipe.documents, home) : [];
  expect(listed.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining(digests));
});

/** A short storm for each ecosystem with documents; with PostgreSQL, on two servers. `storm.more.test.ts` takes longer. */
import { inject, test } from 'vitest';
import { recipes } from './recipes.ts';
import { openStorm } from './storm-servers.ts';
import { storm, withDocuments } from './storm.ts';

const changes = process.env['LARDER_TEST'] === 'all' ? 200 : 24;
const servers = inject('postgres') === undefined ? 1 : 2;

test.each(recipes.flatMap(withDocuments))(
  'documents of $ecosystem name the right bytes while packages change',
  async (recipe) => {
    await storm(recipe, { homes: await openStorm(recipe, { servers }), changes, seed: recipe.ecosystem });
  },
);

/** A long storm for each ecosystem with documents, on two servers of one PostgreSQL database. */
import { test } from 'vitest';
import { usePostgres } from '../storage/use-postgres.ts';
import { recipes } from './recipes.ts';
import { openStorm } from './storm-servers.ts';
import { storm, withDocuments } from './storm.ts';

const createDatabase = usePostgres();

test.each(recipes.flatMap(withDocuments))(
  'documents of $ecosystem name the right bytes while packages change on two servers',
  async (recipe) => {
    const database = await createDatabase();
    const environment = { LARDER_DATABASE_URL: database.url };
    const homes = await openStorm(recipe, { servers: 2, environment });
    await storm(recipe, { homes, changes: 200, seed: `${recipe.ecosystem} ${new Date().toISOString()}` });
  },
);

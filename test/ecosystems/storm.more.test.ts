/**
 * A long storm for each ecosystem with documents, on each database, and on two servers of one PostgreSQL database. It
 * takes at least `LARDER_STORM_SECONDS` for each.
 */
import { describe, test } from 'vitest';
import { usePostgres } from '../storage/use-postgres.ts';
import { recipes } from './recipes.ts';
import { stormPlaces } from './storm-places.ts';
import { openStorm } from './storm-servers.ts';
import { storm, withDocuments } from './storm.ts';

const createDatabase = usePostgres();
const seconds = Number(process.env['LARDER_STORM_SECONDS'] ?? 0);

/** In milliseconds: also for the end of the storm, which fetches every URL that a client holds. */
const timeout = 240_000 + 2000 * seconds;

describe.each(stormPlaces(createDatabase))('on $place', ({ servers, settings }) => {
  test.each(recipes.flatMap(withDocuments))(
    'documents of $ecosystem name the right bytes while packages change',
    async (recipe) => {
      const homes = await openStorm(recipe, { servers, environment: await settings() });
      await storm(recipe, { homes, changes: 200, seconds, seed: `${recipe.ecosystem} ${new Date().toISOString()}` });
    },
    timeout,
  );
});

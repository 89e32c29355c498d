/** Ten minutes of clients in loops while packages change, on each database, and on two servers of one PostgreSQL database. */
import { expect, test } from 'vitest';
import { usePostgres } from '../storage/use-postgres.ts';
import { chanceFrom } from '../torture/chance.ts';
import { burnAll } from './fire.ts';
import { stormPlaces } from './storm-places.ts';
import { startServers } from './storm-servers.ts';
import { watchTraffic } from './traffic.ts';

const places = stormPlaces(usePostgres());

/** For all places together. */
const seconds = Number(process.env['LARDER_FIRE_SECONDS'] ?? 600) / places.length;

/** In milliseconds: also for the last commands of clients on a busy machine. */
const timeout = 240_000 + 2000 * seconds;

test.for(places)(
  'clients of all ecosystems fail only for removed packages while packages change, on $place',
  { timeout },
  async ({ servers: count, settings }, { annotate }) => {
    const seed = new Date().toISOString();
    await annotate(`The seed is ${seed}.`);
    const traffic = watchTraffic(chanceFrom(seed));
    const servers = await startServers({ servers: count, environment: await settings(), log: traffic.log });
    for (const report of await burnAll({ servers, traffic, seconds, seed })) {
      await annotate(JSON.stringify(report));
      expect(report.installations).toBeGreaterThan(0);
    }
  },
);

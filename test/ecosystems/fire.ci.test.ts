/** A minute of clients in loops while packages change. `fire.more.test.ts` takes longer. */
import { expect, test } from 'vitest';
import { chanceFrom } from '../torture/chance.ts';
import { burnAll } from './fire.ts';
import { startServers } from './storm-servers.ts';
import { watchTraffic } from './traffic.ts';

const seconds = 60;

test(`clients of all ecosystems fail only for removed packages while packages change, for ${seconds} s`, async ({
  annotate,
}) => {
  const seed = new Date().toISOString();
  await annotate(`The seed is ${seed}.`);
  const traffic = watchTraffic(chanceFrom(seed));
  const servers = await startServers({ servers: 1, log: traffic.log });
  for (const report of await burnAll({ servers, traffic, seconds, seed })) {
    await annotate(JSON.stringify(report));
    expect(report.installations).toBeGreaterThan(0);
  }
});

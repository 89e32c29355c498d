/** Does anybody notice that a large index is being built? */
import { Agent, request } from 'node:http';
import { fetchRelease } from '../apt-index.ts';
import { bearer, registryPath, startLarder } from '../larder.ts';
import { publishDebs } from '../publish-debs.ts';
import type { Sample } from '../rounds.ts';
import type { Bench, Line, Row } from '../row.ts';
import { debianStock, debianStockNote, debianStockQuickly } from '../stock/debian-registry.ts';
import { debs, type Deb } from '../stock/debs.ts';

export const slowestRequest: Row = {
  id: 'slowest',
  title: 'The slowest other request while that index is built',
  needs: [],
  quickly: debianStockQuickly,
  measure: measureSlowest,
};

async function measureSlowest(bench: Bench): Promise<Line[]> {
  const { dataDir, registry, known, count } = await debianStock(bench);
  await using server = await startLarder(bench.workspace, { dataDir });
  let latest = await fetchRelease(server, registry);
  const asked = ['/healthz', registryPath(registry, 'packages', known)].map((path) => server.url + path);
  await slowest(asked, later(1000));
  const building: Sample[] = [];
  const idle: Sample[] = [];
  for (const deb of await debs('while', bench.rounds)) {
    bench.progress('builds an index');
    const begun = performance.now();
    const built = republish(deb);
    building.push({ value: await slowest(asked, built) });
    idle.push({ value: await slowest(asked, later(performance.now() - begun)) });
  }
  return [
    {
      what: `slowest request while an index of ${count.toLocaleString('en-GB')} is built`,
      against: 'as long without',
      unit: 'ms',
      ours: building,
      theirs: idle,
      worst: true,
      target: { of: 'ours', least: 50, aim: 10 },
      note: debianStockNote,
    },
  ];

  async function republish(deb: Deb): Promise<void> {
    await publishDebs(server, registry, [deb], 1);
    const before = latest;
    while (latest === before) latest = await fetchRelease(server, registry);
  }
}

/** Asks one URL after the other, again and again on one connection, until `end`. Milliseconds of the slowest answer. */
async function slowest(urls: readonly string[], end: Promise<void>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const state = { ended: false };
  const ending = end.finally(() => (state.ended = true));
  let most = 0;
  try {
    while (!state.ended) for (const url of urls) most = Math.max(most, await timed(url, agent));
    await ending;
    return most;
  } finally {
    agent.destroy();
  }
}

function timed(url: string, agent: Agent): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent, headers: bearer }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}.`));
      response.resume().once('end', () => resolve(performance.now() - begun));
    });
    asking.once('error', reject).end();
  });
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}

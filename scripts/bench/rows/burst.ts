/** A burst of publications, while one client reads the signed list in a loop, and others read packages. */
import { DatabaseSync } from 'node:sqlite';
import { get } from '../get.ts';
import { bearer, organization, publishDebs, registryPath, startLarder } from '../larder.ts';
import type { Sample } from '../rounds.ts';
import type { Row } from '../row.ts';
import { slowestResponse, untilLoaded } from '../slowest-response.ts';
import { catalogFile, newDataDir } from '../stock/catalog-rows.ts';
import { debs } from '../stock/debs.ts';
import { listedDebs } from '../stock/listed-packages.ts';

const registry = 'large';
const clients = 8;
/** In milliseconds, between two requests of others. */
const pause = 2;

export const burst: Row = {
  id: 'burst',
  title: 'A burst of 1,000 publications into 20,000 debs, while a client reads the list: renderings, waits of others',
  needs: [],
  measure: async ({ workspace, rounds, quick, progress }) => {
    const [count, published] = quick ? [1000, 100] : [20_000, 1000];
    progress(`writes ${count.toLocaleString('en-GB')} debs`);
    const { dataDir, ids } = await newDataDir(workspace, registry, listedDebs(count));
    await using server = await startLarder(workspace, dataDir);
    const list = `${server.url}/${organization}/${registry}/any/dists/any/InRelease`;
    const others = ['/healthz', registryPath(registry, 'packages', ids[0] ?? '')].map((path) => server.url + path);
    await untilLoaded(others, quick);
    await get(list, bearer);
    const renderings: Sample[] = [];
    const slowest: Sample[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const packages = await debs(`burst-${round}`, published);
      const before = countVersions(dataDir);
      progress(`burst ${round + 1}`);
      const work = publishDebs(server, registry, packages, clients);
      const reading = readUntil(list, work);
      slowest.push({ value: await slowestResponse(others, Promise.all([work, reading]), pause) });
      renderings.push({ value: countVersions(dataDir) - before });
    }
    const during = `burst of ${published.toLocaleString('en-GB')} publications`;
    return [
      {
        what: `${during}: renderings of the list`,
        against: '',
        unit: 'renderings',
        ours: renderings,
        theirs: [],
        target: { of: 'ours', required: published / 4, aim: published / 20 },
      },
      {
        what: `${during}: slowest other request`,
        against: '',
        unit: 'ms',
        ours: slowest,
        theirs: [],
        target: { of: 'ours', required: 50 },
        worst: true,
      },
    ];
  },
};

async function readUntil(url: string, end: Promise<unknown>): Promise<void> {
  const state = { ended: false };
  const ending = end.finally(() => (state.ended = true));
  while (!state.ended) await get(url, bearer);
  await get(url, bearer);
  await ending;
}

/** Each rendering of the list is stored, and kept for an hour after it was replaced. */
function countVersions(dataDir: string): number {
  using database = new DatabaseSync(catalogFile(dataDir), { timeout: 5000 });
  return Number(database.prepare("select count(*) as count from documents where name = 'InRelease'").get()?.['count']);
}

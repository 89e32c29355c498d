/** The slowest response to other requests while a large index is built. */
import { setTimeout as sleep } from 'node:timers/promises';
import { countListed, publishUntilListed } from '../apt-client.ts';
import { registryPath, startLarder } from '../larder.ts';
import type { Sample } from '../rounds.ts';
import type { Row } from '../row.ts';
import { slowestResponse } from '../slowest-response.ts';
import { debs } from '../stock/debs.ts';
import { largeRegistry } from '../stock/large-registry.ts';

export const slowestRequest: Row = {
  id: 'slowest',
  title: 'The slowest other request while that index is built',
  needs: [],
  measure: async (bench) => {
    const { count, dataDir, packageId, registry } = await largeRegistry(bench);
    await using server = await startLarder(bench.workspace, dataDir);
    await countListed(server, registry);
    const urls = ['/healthz', registryPath(registry, 'packages', packageId)].map((path) => server.url + path);
    await slowestResponse(urls, sleep(1000));
    const ours: Sample[] = [];
    const theirs: Sample[] = [];
    for (const deb of await debs('while', bench.rounds)) {
      bench.progress('builds an index');
      const begun = performance.now();
      ours.push({ value: await slowestResponse(urls, publishUntilListed(server, registry, deb)) });
      theirs.push({ value: await slowestResponse(urls, sleep(performance.now() - begun)) });
    }
    return [
      {
        what: `slowest request while an index of ${count.toLocaleString('en-GB')} is built`,
        against: 'as long without',
        unit: 'ms',
        ours,
        theirs,
        worst: true,
        target: { of: 'ours', required: 50, aim: 10 },
      },
    ];
  },
};

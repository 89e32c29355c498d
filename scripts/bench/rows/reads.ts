/** The whole server, beside Express with the same prepared statements. */
import { compareRequests } from '../compare-requests.ts';
import { bearer, registryPath, startLarder } from '../larder.ts';
import { startPeer } from '../processes.ts';
import type { Row } from '../row.ts';
import { catalogFile, inventedDebs, newDataDir } from '../stock/catalog-rows.ts';

/** The public URL in the responses of both servers. */
const publicUrl = 'https://packages.example.test';

export const reads: Row = {
  id: 'reads',
  title: 'The whole server: GET a package, list a page of 30',
  needs: ['wrk'],
  measure: async (bench) => {
    const { workspace } = bench;
    const { dataDir, ids } = await newDataDir(workspace, 'debs', inventedDebs(1000));
    await using server = await startLarder(workspace, dataDir, { LARDER_PUBLIC_URL: publicUrl });
    await using express = await startPeer(workspace, 'express-catalog.ts', catalogFile(dataDir), publicUrl);
    const compare = (what: string, path: string) =>
      compareRequests(bench, {
        what,
        headers: bearer,
        ours: { server, path },
        peers: [
          {
            against: 'bare Express, the same prepared reads',
            server: express,
            path,
            target: { of: 'ratio', required: 0.8, aim: 0.95 },
          },
        ],
      });
    return [
      ...(await compare('server: GET a package', registryPath('debs', 'packages', ids[500] ?? ''))),
      ...(await compare('server: list 30', registryPath('debs', 'packages'))),
    ];
  },
};

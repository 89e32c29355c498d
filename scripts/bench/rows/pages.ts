/** The cost of a page in a registry with many packages, beside one with few. */
import { compareRequests } from '../compare-requests.ts';
import { bearer, registryPath, startLarder } from '../larder.ts';
import type { Row } from '../row.ts';
import { inventedDebs, newDataDir } from '../stock/catalog-rows.ts';

export const pages: Row = {
  id: 'pages',
  title: 'A page of 30 at 1,000,000 packages',
  needs: ['wrk'],
  measure: async (bench) => {
    const { workspace, quick, progress } = bench;
    const many = quick ? 20_000 : 1_000_000;
    const few = 1000;
    progress(`writes ${many.toLocaleString('en-GB')} packages`);
    const large = await newDataDir(workspace, 'debs', inventedDebs(many));
    const small = await newDataDir(workspace, 'debs', inventedDebs(few));
    await using ours = await startLarder(workspace, large.dataDir);
    await using theirs = await startLarder(workspace, small.dataDir);
    const list = registryPath('debs', 'packages');
    const compare = (page: string, pathFor: (ids: readonly string[]) => string) =>
      compareRequests(bench, {
        what: `list 30 of ${many.toLocaleString('en-GB')}: ${page}`,
        headers: bearer,
        ours: { server: ours, path: pathFor(large.ids) },
        peers: [
          {
            against: `of ${few.toLocaleString('en-GB')}`,
            server: theirs,
            path: pathFor(small.ids),
            target: { of: 'slowdown', required: 1.3, aim: 1.05 },
          },
        ],
        differs: true,
      });
    return [
      ...(await compare('first page', () => list)),
      ...(await compare('a page in the middle', (ids) => `${list}?after=${ids[Math.floor(ids.length / 2)]}`)),
    ];
  },
};

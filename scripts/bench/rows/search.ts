/** The cost of a search among many names, beside one among few. */
import { compareRequests } from '../compare-requests.ts';
import { bearer, organization, startLarder } from '../larder.ts';
import type { Row } from '../row.ts';
import { newNames } from '../stock/names.ts';

export const search: Row = {
  id: 'search',
  title: 'A search among 1,000,000 names',
  needs: ['wrk'],
  measure: async (bench) => {
    const { workspace, quick, progress } = bench;
    const many = quick ? 50_000 : 1_000_000;
    const few = 10_000;
    progress(`writes ${many.toLocaleString('en-GB')} names`);
    const large = await newNames(workspace, many);
    const small = await newNames(workspace, few);
    await using ours = await startLarder(workspace, large.dataDir);
    await using theirs = await startLarder(workspace, small.dataDir);
    const url = (query: Readonly<Record<string, string>>): string =>
      `/v2/packages/organizations/${organization}/search?${String(new URLSearchParams(query))}`;
    const compare = (what: string, pathFor: (count: number) => string) =>
      compareRequests(bench, {
        what: `search ${many.toLocaleString('en-GB')} names: ${what}`,
        headers: bearer,
        ours: { server: ours, path: pathFor(many) },
        peers: [
          {
            against: `of ${few.toLocaleString('en-GB')}`,
            server: theirs,
            path: pathFor(few),
            target: { of: 'slowdown', required: 2, aim: 1.3 },
          },
        ],
        differs: true,
      });
    return [
      ...(await compare('a text that most have', () => url({ q: 'lib' }))),
      ...(await compare('a page in the middle of them', (count) => url({ q: 'lib', after: cursorAt(count / 2) }))),
      ...(await compare('a part that one has', (count) => url({ q: `-${count / 2}` }))),
      ...(await compare('in a registry that has few of them', () => url({ q: 'lib', registry: large.rare }))),
    ];
  },
};

/** The cursor behind the names that begin with the text, which has no letter. */
function cursorAt(number: number): string {
  return Buffer.from(`${number} -`).toString('base64url');
}

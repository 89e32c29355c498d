/** Does a page cost more where there are many packages? */
import { compareRequests } from '../compare-requests.ts';
import { bearer, createRegistry, registryPath, startLarder, startNewLarder, type LarderServer } from '../larder.ts';
import type { Bench, Line, Row } from '../row.ts';
import { inventedDebs, stockPackages } from '../stock/package-rows.ts';
import { verified } from '../verify.ts';

export const longList: Row = {
  id: 'pages',
  title: 'A page of 30 at 1,000,000 packages',
  needs: ['wrk'],
  quickly: '20,000 packages instead of 1,000,000',
  measure: measurePages,
};

async function measurePages(bench: Bench): Promise<Line[]> {
  const many = bench.quick ? 20_000 : 1_000_000;
  const few = 1000;
  bench.progress(`puts ${many.toLocaleString('en-GB')} packages into a database`);
  const large = await stocked(bench, many);
  const small = await stocked(bench, few);
  await using ours = large.server;
  await using theirs = small.server;
  const list = registryPath('debs', 'packages');
  const lines: Line[] = [];
  for (const [title, at] of [
    ['first page', () => list],
    ['a page in the middle', (ids: readonly string[]) => `${list}?after=${ids[Math.floor(ids.length / 2)]}`],
  ] as const) {
    bench.progress(title);
    await sawThirty(ours, at(large.ids));
    await sawThirty(theirs, at(small.ids));
    const asked = {
      ours: { server: ours, path: at(large.ids), headers: bearer },
      theirs: { server: theirs, path: at(small.ids), headers: bearer },
    };
    const samples = await compareRequests(bench, asked, 'different');
    lines.push({
      what: `list 30 of ${many.toLocaleString('en-GB')}: ${title}`,
      against: `of ${few.toLocaleString('en-GB')}`,
      unit: 'requests/s',
      ours: samples.ours,
      theirs: samples.theirs,
      target: { of: 'slowdown', least: 1.3, aim: 1.05 },
    });
  }
  return lines;
}

async function sawThirty({ url }: LarderServer, at: string): Promise<void> {
  const { items } = JSON.parse((await verified(url + at, bearer)).toString()) as { items: readonly unknown[] };
  if (items.length !== 30) throw new Error(`${at} has ${items.length} packages.`);
}

async function stocked({ workspace }: Bench, count: number): Promise<{ server: LarderServer; ids: string[] }> {
  const empty = await startNewLarder(workspace);
  await createRegistry(empty, 'debs', 'debian');
  await empty.stop();
  const ids = await stockPackages(empty.dataDir, 'debs', inventedDebs(count));
  return { ids, server: await startLarder(workspace, { dataDir: empty.dataDir }) };
}

/** How long until a publish into a large registry can be seen by apt, beside making the index with apt's own tool. */
import path from 'node:path';
import { fetchIndex, fetchRelease, namesIn } from '../apt-index.ts';
import { startLarder, type LarderServer } from '../larder.ts';
import { makeIndex, type Archive } from '../peers/apt-ftparchive.ts';
import { cpuTime } from '../process-usage.ts';
import { publishDebs } from '../publish-debs.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Bench, Line, Row } from '../row.ts';
import {
  debianStock,
  debianStockNote,
  debianStockQuickly,
  putIntoPool,
  type DebianStock,
} from '../stock/debian-registry.ts';
import { debs, type Deb } from '../stock/debs.ts';

export const aptIndex: Row = {
  id: 'index',
  title: 'The apt index after one publish into 20,000 debs of 20 kB',
  needs: ['apt-ftparchive', 'gzip'],
  quickly: debianStockQuickly,
  measure: measureIndex,
};

async function measureIndex(bench: Bench): Promise<Line[]> {
  const stock = await debianStock(bench);
  const { archive, count } = stock;
  await using server = await startLarder(bench.workspace, { dataDir: stock.dataDir });
  bench.progress('first index, and the cache of apt-ftparchive');
  await fetchIndex(server, stock.registry);
  const cache = path.join(bench.workspace.folder, 'apt-ftparchive.db');
  await makeIndex({ folder: archive, cache });
  const more = (await debs('later', 3 * bench.rounds)).values();
  let inPool = count;
  const madeByThem = async (archived: Archive): Promise<Sample> => {
    await putIntoPool(archive, next(more));
    inPool += 1;
    const { seconds, packages } = await makeIndex(archived);
    if (packages !== inPool) throw new Error(`apt-ftparchive lists ${packages} of ${inPool} debs.`);
    return { value: seconds };
  };
  bench.progress('rounds');
  const samples = await inRounds(bench.rounds, {
    ours: () => madeByUs(server, stock, next(more)),
    cold: () => madeByThem({ folder: archive }),
    warm: () => madeByThem({ folder: archive, cache }),
  });
  const what = `apt index, one publish into ${count.toLocaleString('en-GB')}`;
  const common = {
    what,
    unit: 's',
    ours: samples.ours,
    note: `${debianStockNote} apt-ftparchive does not sign.`,
  } as const;
  return [
    {
      ...common,
      against: 'apt-ftparchive, no cache',
      theirs: samples.cold,
      target: { of: 'ratio', least: 2, aim: 10 },
    },
    { ...common, against: 'apt-ftparchive, warm cache', theirs: samples.warm, target: { of: 'ratio', aim: 3 } },
  ];
}

/** From the publish's answer to the compressed index that lists it. */
async function madeByUs(server: LarderServer, { registry }: DebianStock, deb: Deb): Promise<Sample> {
  const before = await fetchRelease(server, registry);
  const cpuBefore = await cpuTime(server.pid);
  await publishDebs(server, registry, [deb], 1);
  const begun = performance.now();
  for (;;) {
    const index = await fetchIndex(server, registry);
    if (index.sha256 === before) continue;
    const seconds = (performance.now() - begun) / 1000;
    const cpuAfter = await cpuTime(server.pid);
    if (!namesIn(index).has(deb.name)) throw new Error(`The new index does not list ${deb.name}.`);
    return { value: seconds, ...(cpuBefore !== undefined && cpuAfter !== undefined && { cpu: cpuAfter - cpuBefore }) };
  }
}

function next(all: Iterator<Deb, unknown>): Deb {
  const { value, done } = all.next();
  if (done === true) throw new Error('There are no more debs.');
  return value;
}

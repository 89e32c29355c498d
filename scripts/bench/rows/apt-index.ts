/** The time from one publish into a large registry to the new apt index, beside apt-ftparchive. */
import path from 'node:path';
import { countListed, publishUntilListed } from '../apt-client.ts';
import { startLarder } from '../larder.ts';
import { writeIndex } from '../peers/apt-ftparchive.ts';
import { withCpu } from '../process-usage.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Row } from '../row.ts';
import { addToPool, largeRegistry } from '../stock/large-registry.ts';
import { debs, type Deb } from '../stock/debs.ts';

export const aptIndex: Row = {
  id: 'index',
  title: 'The apt index after one publish into 20,000 debs of 20 kB',
  needs: ['apt-ftparchive', 'gzip'],
  measure: async (bench) => {
    const { rounds, workspace, progress } = bench;
    const { archive, count, dataDir, registry } = await largeRegistry(bench);
    await using server = await startLarder(workspace, dataDir);
    progress('first index, and the cache of apt-ftparchive');
    await countListed(server, registry);
    const cache = path.join(workspace.folder, 'apt-ftparchive.db');
    await writeIndex(archive, cache);
    const more = (await debs('later', 3 * rounds)).values();
    const inLarder = async (): Promise<Sample> => {
      const deb = next(more);
      const { result: value, cpu } = await withCpu(server.pid, () => publishUntilListed(server, registry, deb));
      return { value, cpu };
    };
    const inArchive = async (withCache?: string): Promise<Sample> => {
      await addToPool(archive, next(more));
      return { value: await writeIndex(archive, withCache) };
    };
    progress('rounds');
    const [ours = [], cold = [], warm = []] = await inRounds(rounds, [
      inLarder,
      () => inArchive(),
      () => inArchive(cache),
    ]);
    const common = { what: `apt index, one publish into ${count.toLocaleString('en-GB')}`, unit: 's', ours } as const;
    return [
      {
        ...common,
        against: 'apt-ftparchive, unsigned, no cache',
        theirs: cold,
        target: { of: 'ratio', required: 2, aim: 10 },
      },
      { ...common, against: 'apt-ftparchive, unsigned, warm cache', theirs: warm, target: { of: 'ratio', aim: 3 } },
    ];
  },
};

function next(debs: Iterator<Deb, unknown>): Deb {
  const { value, done } = debs.next();
  if (done === true) throw new Error('No debs are left.');
  return value;
}

/** Publishing many small packages concurrently, beside reprepro. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { countListed } from '../apt-client.ts';
import { createRegistry, publishDebs, startNewLarder } from '../larder.ts';
import { createRepository, includeDebs } from '../peers/reprepro.ts';
import { withCpu } from '../process-usage.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Row } from '../row.ts';
import { debs } from '../stock/debs.ts';

const clients = 8;

export const smallDebs: Row = {
  id: 'debs',
  title: 'Publish debs of 20 kB with 8 concurrent clients',
  needs: ['reprepro'],
  measure: async ({ workspace, quick, rounds, progress }) => {
    const count = quick ? 10 : 100;
    await using server = await startNewLarder(workspace);
    await createRegistry(server, 'warm-up', 'debian');
    await publishDebs(server, 'warm-up', await debs('warm', 20), clients);
    let round = 0;
    const inLarder = async (): Promise<Sample> => {
      round += 1;
      const registry = `round-${round}`;
      progress(`${registry}, ${count} debs`);
      await createRegistry(server, registry, 'debian');
      // New bytes in each round, because existing ones would not be stored again.
      const packages = await debs(registry, count);
      const { result: seconds, cpu } = await withCpu(server.pid, async () => {
        const begun = performance.now();
        await publishDebs(server, registry, packages, clients);
        while ((await countListed(server, registry)) < count);
        return (performance.now() - begun) / 1000;
      });
      return { value: count / seconds, cpu: cpu && cpu / count };
    };
    const inReprepro = async (): Promise<Sample> => {
      const folder = await workspace.newFolder('reprepro');
      await createRepository(folder);
      const files: string[] = [];
      for (const { fileName, bytes } of await debs('reprepro', count)) {
        const file = path.join(folder, fileName);
        await writeFile(file, bytes);
        files.push(file);
      }
      return { value: count / (await includeDebs(folder, files)) };
    };
    const [ours = [], theirs = []] = await inRounds(rounds, [inLarder, inReprepro]);
    return [
      {
        what: 'publish debs of 20 kB, all in the index',
        against: 'reprepro includedeb, unsigned, one by one',
        unit: 'packages/s',
        ours,
        theirs,
        target: { of: 'ratio', required: 5, aim: 20 },
      },
    ];
  },
};

/** Many small packages at once, beside the tool that most Debian repositories are made with. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fetchIndex, namesIn } from '../apt-index.ts';
import { createRegistry, startNewLarder, type LarderServer } from '../larder.ts';
import { createRepository, includeDebs } from '../peers/reprepro.ts';
import { cpuTime } from '../process-usage.ts';
import { publishDebs } from '../publish-debs.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Bench, Line, Row } from '../row.ts';
import { debs, type Deb } from '../stock/debs.ts';

export const smallDebs: Row = {
  id: 'debs',
  title: 'Publish debs of 20 kB, 8 clients at once',
  needs: ['reprepro'],
  quickly: '10 debs a round instead of 100',
  measure: measureDebs,
};

const clients = 8;

async function measureDebs({ workspace, quick, rounds, progress }: Bench): Promise<Line[]> {
  const count = quick ? 10 : 100;
  await using ours = await startNewLarder(workspace);
  await createRegistry(ours, 'warm-up', 'debian');
  await publishDebs(ours, 'warm-up', await debs('warm', 20), clients);
  let round = 0;
  const replied: Sample[] = [];
  const samples = await inRounds(rounds, {
    listed: async () => {
      const registry = `round-${(round += 1)}`;
      progress(`${registry}, ${count} debs`);
      await createRegistry(ours, registry, 'debian');
      // New bytes each time: known ones would be stored already.
      const sent = await publishAll(ours, registry, await debs(registry, count));
      replied.push(sent.replied);
      return sent.listed;
    },
    theirs: async () => {
      const folder = await workspace.newFolder('reprepro');
      await createRepository(folder);
      return { value: count / (await includeDebs(folder, await filesOf(folder, await debs('reprepro', count)))) };
    },
  });
  const common = { unit: 'packages/s', against: 'reprepro includedeb, one by one', theirs: samples.theirs } as const;
  return [
    { ...common, what: 'publish debs of 20 kB, all answered', ours: replied },
    {
      ...common,
      what: 'publish debs of 20 kB, all in the index',
      ours: samples.listed,
      target: { of: 'ratio', least: 5, aim: 20 },
      note: 'reprepro does not sign here, the server does.',
    },
  ];
}

async function publishAll(
  server: LarderServer,
  registry: string,
  packages: readonly Deb[],
): Promise<{ replied: Sample; listed: Sample }> {
  const cpuBefore = await cpuTime(server.pid);
  const begun = performance.now();
  await publishDebs(server, registry, packages, clients);
  const replied = performance.now() - begun;
  for (;;) {
    const index = await fetchIndex(server, registry);
    const listed = performance.now() - begun;
    const names = namesIn(index);
    if (!packages.every(({ name }) => names.has(name))) continue;
    const cpuAfter = await cpuTime(server.pid);
    const cpu =
      cpuBefore === undefined || cpuAfter === undefined ? undefined : (cpuAfter - cpuBefore) / packages.length;
    return {
      replied: { value: packages.length / (replied / 1000) },
      listed: { value: packages.length / (listed / 1000), cpu },
    };
  }
}

async function filesOf(folder: string, packages: readonly Deb[]): Promise<string[]> {
  const files: string[] = [];
  for (const { fileName, bytes } of packages) {
    const file = path.join(folder, fileName);
    await writeFile(file, bytes);
    files.push(file);
  }
  return files;
}

/** The time from one publish into a large registry to the new lists for dnf, beside createrepo_c. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read } from '../../../src/ecosystems/redhat/read.ts';
import { publish, startLarder } from '../larder.ts';
import { installCreaterepo } from '../peers/createrepo.ts';
import { withCpu } from '../process-usage.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Row } from '../row.ts';
import { countListedRpms } from '../rpm-client.ts';
import { newDataDir, type CatalogPackage } from '../stock/catalog-rows.ts';
import { readPackage } from '../stock/read-package.ts';
import { rpm } from '../stock/rpms.ts';

const registry = 'large';

export const rpmIndex: Row = {
  id: 'rpm-index',
  title: 'The lists for dnf after one publish into 20,000 RPM packages',
  needs: ['python3'],
  measure: async ({ workspace, quick, rounds, progress }) => {
    const count = quick ? 500 : 20_000;
    progress('installs createrepo_c');
    const writeLists = await installCreaterepo(workspace);
    progress(`creates ${count.toLocaleString('en-GB')} RPM packages`);
    const folder = await workspace.newFolder('rpms');
    const home = { ecosystem: 'redhat', start: startLarder };
    const { dataDir } = await newDataDir(workspace, registry, rpmsIn(folder, count), home);
    await using server = await startLarder(workspace, dataDir);
    progress('first lists');
    let listed = await countListedRpms(server, registry);
    await writeLists(folder);
    let published = 0;
    const inLarder = async (): Promise<Sample> => {
      published += 1;
      const bytes = rpm(`stock-1-${published}`);
      await publish(server, registry, 'new.rpm', { size: bytes.length, chunks: [bytes] });
      const begun = performance.now();
      const { result: now, cpu } = await withCpu(server.pid, () => countListedRpms(server, registry));
      const value = (performance.now() - begun) / 1000;
      if (now !== listed + 1) throw new Error(`${now} packages are listed after ${listed}.`);
      listed = now;
      return { value, cpu };
    };
    const inFolder = async (...options: readonly '--update'[]): Promise<Sample> => {
      published += 1;
      await addTo(folder, `stock-1-${published}`);
      return { value: await writeLists(folder, ...options) };
    };
    progress('rounds');
    const [ours = [], whole = [], updated = []] = await inRounds(rounds, [
      inLarder,
      () => inFolder(),
      () => inFolder('--update'),
    ]);
    const common = {
      what: `lists for dnf, one publish into ${count.toLocaleString('en-GB')}`,
      unit: 's',
      ours,
    } as const;
    return [
      { ...common, against: 'createrepo_c, unsigned', theirs: whole, target: { of: 'ratio', required: 2, aim: 10 } },
      { ...common, against: 'createrepo_c --update, unsigned', theirs: updated, target: { of: 'ratio', aim: 3 } },
    ];
  },
};

async function* rpmsIn(folder: string, count: number): AsyncGenerator<CatalogPackage> {
  for (let at = 0; at < count; at += 1) yield await readPackage(read, await addTo(folder, `stock-${at}`));
}

async function addTo(
  folder: string,
  name: string,
): Promise<{ readonly fileName: string; readonly path: string; readonly bytes: Uint8Array }> {
  const fileName = `${name}-1.0-1.x86_64.rpm`;
  const file = { fileName, path: path.join(folder, fileName), bytes: rpm(name) };
  await writeFile(file.path, file.bytes);
  return file;
}

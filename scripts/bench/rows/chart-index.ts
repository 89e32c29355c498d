/** The time from one publish into a large registry to the new index for helm, beside `helm repo index`. */
import path from 'node:path';
import { get } from '../get.ts';
import { bearer, organization, publish, registryPath, startLarder } from '../larder.ts';
import { measureOnePublish } from '../one-publish.ts';
import { writeChartIndex } from '../peers/helm.ts';
import { withCpu } from '../process-usage.ts';
import type { Server } from '../processes.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Row } from '../row.ts';
import { newDataDir } from '../stock/catalog-rows.ts';
import { addTo, chart, chartsIn } from '../stock/charts.ts';

const registry = 'large';
const document = `/${organization}/${registry}/helm/index.yaml`;
const home = { ecosystem: 'helm', start: startLarder };

export const chartIndex: Row = {
  id: 'chart-index',
  title: 'The index for helm after one publish into 5,000 charts',
  needs: ['helm'],
  measure: async ({ workspace, quick, rounds, progress }) => {
    const count = quick ? 500 : 5000;
    progress(`creates ${count.toLocaleString('en-GB')} charts`);
    const folder = await workspace.newFolder('charts');
    const { dataDir } = await newDataDir(workspace, registry, chartsIn(folder, count), home);
    await using server = await startLarder(workspace, dataDir);
    progress('first index');
    let listed = (await get(server.url + document, bearer)).toString().split('"digest":').length;
    await writeChartIndex(folder);
    let published = 0;
    const inLarder = async (): Promise<Sample> => {
      published += 1;
      await publishChart(server, `stock-1-${published}`);
      const begun = performance.now();
      const { result, cpu } = await withCpu(server.pid, () => get(server.url + document, bearer));
      const value = (performance.now() - begun) / 1000;
      const now = result.toString().split('"digest":').length;
      if (now !== listed + 1) throw new Error(`${now} charts are listed after ${listed}.`);
      listed = now;
      return { value, cpu };
    };
    const inFolder = async (): Promise<Sample> => {
      published += 1;
      await addTo(folder, chart(`stock-1-${published}`));
      return { value: await writeChartIndex(folder) };
    };
    /** As scripts do: the new chart is in a folder of its own. */
    const merged = async (): Promise<Sample> => {
      published += 1;
      const own = await workspace.newFolder('chart');
      await addTo(own, chart(`stock-1-${published}`));
      return { value: await writeChartIndex(own, path.join(folder, 'index.yaml')) };
    };
    progress('rounds');
    const [ours = [], whole = [], updated = []] = await inRounds(rounds, [inLarder, inFolder, merged]);
    const what = `index for helm, one publish into ${count.toLocaleString('en-GB')}`;
    return [
      {
        what,
        against: 'helm repo index',
        unit: 's',
        ours,
        theirs: whole,
        target: { of: 'ratio', required: 2, aim: 10 },
      },
      { what, against: 'helm repo index --merge', unit: 's', ours, theirs: updated, target: { of: 'ratio', aim: 3 } },
    ];
  },
};

export const manyCharts: Row = {
  id: 'many-charts',
  title: 'One publish into 5,000 charts: the same',
  needs: [],
  measure: async (bench) => {
    const { workspace, quick, progress } = bench;
    const count = quick ? 500 : 5000;
    const what = `${count.toLocaleString('en-GB')} charts`;
    progress(`writes ${what}`);
    const folder = await workspace.newFolder('charts');
    const { dataDir, ids } = await newDataDir(workspace, registry, chartsIn(folder, count), home);
    await using server = await startLarder(workspace, dataDir);
    let published = 0;
    return await measureOnePublish(bench, {
      fresh: { required: 1 },
      mostRows: 20,
      what,
      server,
      dataDir,
      document,
      others: ['/healthz', registryPath(registry, 'packages', ids[0] ?? '')],
      publish: async () => {
        published += 1;
        // In the middle of the list.
        await publishChart(server, `stock-25-${published}`);
      },
    });
  },
};

async function publishChart(server: Server, name: string): Promise<void> {
  const { fileName, bytes } = chart(name);
  await publish(server, registry, fileName, { size: bytes.length, chunks: [bytes] });
}

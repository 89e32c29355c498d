/** The whole server, beside Express with nothing but the same reads, and Express with nothing at all. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compareRequests } from '../compare-requests.ts';
import { bearer, createRegistry, registryPath, startLarder, startNewLarder } from '../larder.ts';
import { nodeCommand, startServer } from '../processes.ts';
import type { Bench, Line, Row } from '../row.ts';
import { databaseOf, inventedDebs, stockPackages } from '../stock/package-rows.ts';
import { verified } from '../verify.ts';

export const reads: Row = {
  id: 'reads',
  title: 'The whole server: GET a package, list a page of 30',
  needs: ['wrk'],
  measure: measureReads,
};

/** What the answers of both servers name, whatever their ports are. */
const publicUrl = 'https://packages.example.test';

async function measureReads(bench: Bench): Promise<Line[]> {
  const { workspace } = bench;
  const { dataDir, ids } = await stocked(bench);
  await using ours = await startLarder(workspace, { dataDir, environment: { LARDER_PUBLIC_URL: publicUrl } });
  const reader = nodeCommand('scripts/bench/servers/express-catalog.ts', databaseOf(dataDir), publicUrl);
  await using theirs = await startServer(workspace, reader);
  const lines: Line[] = [];
  for (const [title, at] of [
    ['server: GET a package', registryPath('debs', 'packages', ids[500] ?? '')],
    ['server: list 30', registryPath('debs', 'packages')],
  ] as const) {
    bench.progress(title);
    const bytes = path.join(workspace.folder, 'answer.json');
    await writeFile(bytes, await verified(ours.url + at, bearer));
    await using constant = await startServer(workspace, nodeCommand('scripts/bench/servers/express-bytes.ts', bytes));
    const samples = await compareRequests(bench, {
      ours: { server: ours, path: at, headers: bearer },
      reads: { server: theirs, path: at, headers: bearer },
      constant: { server: constant, path: '/', headers: bearer },
    });
    const common = { what: title, unit: 'requests/s', ours: samples.ours } as const;
    lines.push(
      {
        ...common,
        against: 'bare Express, the same prepared reads',
        theirs: samples.reads,
        target: { of: 'ratio', least: 0.8, aim: 0.95 },
      },
      {
        ...common,
        against: 'bare Express, constant bytes',
        theirs: samples.constant,
        target: { of: 'ratio', aim: 0.5 },
      },
    );
  }
  return lines;
}

async function stocked({ workspace }: Bench): Promise<{ dataDir: string; ids: string[] }> {
  const server = await startNewLarder(workspace);
  await createRegistry(server, 'debs', 'debian');
  await server.stop();
  return { dataDir: server.dataDir, ids: await stockPackages(server.dataDir, 'debs', inventedDebs(1000)) };
}

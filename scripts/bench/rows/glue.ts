/** The cost of the contract: authentication, validation and routing, with operations that return examples. */
import { compareRequests, type Comparison } from '../compare-requests.ts';
import { startPeer } from '../processes.ts';
import type { Bench, Line, Row } from '../row.ts';
import { paths, secret } from '../servers/example-replies.ts';

const headers = { Authorization: `Bearer ${secret}` };

export const glue: Row = {
  id: 'glue',
  title: 'The contract layer alone, beside bare Express',
  needs: ['wrk'],
  measure: async (bench) => {
    await using server = await startPeer(bench.workspace, 'glue.ts', '1');
    await using express = await startPeer(bench.workspace, 'express-examples.ts');
    return await compareEach(bench, 'glue', (path) => ({
      ours: { server, path },
      peers: [
        {
          against: 'bare Express, res.json',
          server: express,
          path: `/json${path}`,
          target: { of: 'ratio', required: 0.9, aim: 1.05 },
        },
        {
          against: 'bare Express, writeHead + end',
          server: express,
          path: `/bytes${path}`,
          target: { of: 'ratio', required: 0.8, aim: 0.95 },
        },
      ],
    }));
  },
};

export const manyOperations: Row = {
  id: 'operations',
  title: 'The contract layer with 10 times as many operations',
  needs: ['wrk'],
  measure: async (bench) => {
    await using many = await startPeer(bench.workspace, 'glue.ts', '10');
    await using few = await startPeer(bench.workspace, 'glue.ts', '1');
    return await compareEach(bench, 'glue, 10 × operations', (path) => ({
      ours: { server: many, path },
      peers: [{ against: 'itself with 1 ×', server: few, path, target: { of: 'ratio', required: 0.95, aim: 1 } }],
    }));
  },
};

async function compareEach(
  bench: Bench,
  title: string,
  sidesFor: (path: string) => Pick<Comparison, 'ours' | 'peers'>,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [request, path] of [
    ['GET a package', paths.package],
    ['list 30', paths.list],
  ] as const) {
    const what = `${title}: ${request}`;
    lines.push(...(await compareRequests(bench, { what, headers, ...sidesFor(path) })));
  }
  return lines;
}

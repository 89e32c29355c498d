/** Does the contract get slower as it grows? */
import { compareRequests } from '../compare-requests.ts';
import { nodeCommand, startServer } from '../processes.ts';
import type { Bench, Line, Row } from '../row.ts';
import { paths, secret } from '../servers/example-replies.ts';

export const manyOperations: Row = {
  id: 'operations',
  title: 'The glue with 10 times as many operations',
  needs: ['wrk'],
  measure: measureOperations,
};

async function measureOperations(bench: Bench): Promise<Line[]> {
  await using many = await startServer(bench.workspace, nodeCommand('scripts/bench/servers/glue.ts', '10'));
  await using few = await startServer(bench.workspace, nodeCommand('scripts/bench/servers/glue.ts', '1'));
  const headers = { Authorization: `Bearer ${secret}` };
  const lines: Line[] = [];
  for (const [title, path] of [
    ['glue, 10 × operations: GET a package', paths.package],
    ['glue, 10 × operations: list 30', paths.list],
  ] as const) {
    bench.progress(title);
    const samples = await compareRequests(bench, {
      many: { server: many, path, headers },
      few: { server: few, path, headers },
    });
    lines.push({
      what: title,
      against: 'itself with 1 ×',
      unit: 'requests/s',
      ours: samples.many,
      theirs: samples.few,
      target: { of: 'ratio', least: 0.95, aim: 1 },
    });
  }
  return lines;
}

/** What the contract costs: authentication, validation and routing, before an operation that does nothing. */
import { compareRequests } from '../compare-requests.ts';
import { nodeCommand, startServer } from '../processes.ts';
import type { Bench, Line, Row } from '../row.ts';
import { exampleList, examplePackage, paths, secret } from '../servers/example-replies.ts';

export const glue: Row = {
  id: 'glue',
  title: 'The glue: authentication and validation, the operation a stub',
  needs: ['wrk'],
  measure: measureGlue,
};

const questions = [
  { title: 'glue: GET a package', path: paths.package, body: examplePackage },
  { title: 'glue: list 30', path: paths.list, body: exampleList },
];

async function measureGlue(bench: Bench): Promise<Line[]> {
  await using ours = await startServer(bench.workspace, nodeCommand('scripts/bench/servers/glue.ts'));
  await using theirs = await startServer(bench.workspace, nodeCommand('scripts/bench/servers/express-examples.ts'));
  const headers = { Authorization: `Bearer ${secret}` };
  const lines: Line[] = [];
  for (const { title, path, body } of questions) {
    bench.progress(title);
    const samples = await compareRequests(
      bench,
      {
        ours: { server: ours, path, headers },
        json: { server: theirs, path: `/json${path}`, headers },
        bytes: { server: theirs, path: `/bytes${path}`, headers },
      },
      Buffer.from(JSON.stringify(body)),
    );
    const common = { what: title, unit: 'requests/s', ours: samples.ours } as const;
    lines.push(
      {
        ...common,
        against: 'bare Express, res.json',
        theirs: samples.json,
        target: { of: 'ratio', least: 0.9, aim: 1.05 },
      },
      {
        ...common,
        against: 'bare Express, writeHead + end',
        theirs: samples.bytes,
        target: { of: 'ratio', least: 0.8, aim: 0.95 },
      },
    );
  }
  return lines;
}

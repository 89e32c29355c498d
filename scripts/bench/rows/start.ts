/** From the command to the first answer. */
import { get } from 'node:http';
import path from 'node:path';
import { freePort } from '../free-port.ts';
import { larderCommand } from '../larder.ts';
import { findProgram } from '../programs.ts';
import { running, start, type Command } from '../processes.ts';
import type { Sample } from '../rounds.ts';
import type { Bench, Line, Row } from '../row.ts';

export const startUp: Row = {
  id: 'start',
  title: '`node` start to first answer; `npm start`',
  needs: ['npm'],
  measure: measureStart,
};

async function measureStart({ workspace, rounds, progress }: Bench): Promise<Line[]> {
  const npm = (await findProgram('npm')) ?? 'npm';
  const dataDir = await workspace.newFolder('data');
  const warm = (): Command => larderCommand(workspace, { dataDir });
  const byNpm = (): Command => ({
    program: npm,
    arguments: ['start'],
    environment: { ...warm().environment, PATH: outerPath(), npm_config_update_notifier: 'false' },
  });
  const first = async (): Promise<Command> => {
    const environment = { NODE_COMPILE_CACHE: await workspace.newFolder('compile-cache') };
    return larderCommand(workspace, { dataDir: await workspace.newFolder('data'), environment });
  };
  const timed = async (command: Command): Promise<Sample> => ({ value: await firstReply(workspace, command) });
  // Writes the compile cache at its end, and makes the database.
  await timed(warm());
  const samples: { first: Sample[]; node: Sample[]; npm: Sample[] } = { first: [], node: [], npm: [] };
  for (let round = 0; round < rounds; round++) {
    progress(`round ${round + 1}`);
    samples.first.push(await timed(await first()));
    samples.node.push(await timed(warm()));
    samples.npm.push(await timed(byNpm()));
  }
  const common = { against: '', unit: 's' } as const;
  return [
    { ...common, what: 'node, the very first start', ours: samples.first },
    {
      ...common,
      what: 'node start to first answer',
      ours: samples.node,
      target: { of: 'ours', least: 0.8, aim: 0.4 },
      note: 'Starts are of a server whose database and compile cache are there, the very first one apart.',
    },
    {
      ...common,
      what: 'npm start to first answer',
      ours: samples.npm,
      target: { of: 'ours', least: 1.5, aim: 0.8 },
    },
  ];
}

/** Seconds until the first 200. */
async function firstReply(workspace: Bench['workspace'], command: Command): Promise<number> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/healthz`;
  const begun = performance.now();
  const child = start(workspace, { ...command, environment: { ...command.environment, LARDER_PORT: String(port) } });
  const server = running(workspace, child, url);
  try {
    while ((await status(url)) !== 200) {
      if (child.exitCode !== null || performance.now() - begun > 60_000) throw new Error(`${url} does not answer.`);
      await new Promise((resolve) => void setTimeout(resolve, 1));
    }
    return (performance.now() - begun) / 1000;
  } finally {
    await server.stop();
  }
}

/** Undefined while nobody listens. */
function status(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    }).once('error', () => resolve(undefined));
  });
}

/** As in a shell: what npm adds for its scripts is taken away again. */
function outerPath(): string {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter);
}

/** The time from the command to the first response, with an existing database and compile cache. */
import path from 'node:path';
import { larderCommand } from '../larder.ts';
import { startServer, type Command } from '../processes.ts';
import { findProgram } from '../programs.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Row } from '../row.ts';

export const start: Row = {
  id: 'start',
  title: '`node` start to first response; `npm start`',
  needs: ['npm'],
  measure: async ({ workspace, rounds, progress }) => {
    const npm = (await findProgram('npm')) ?? 'npm';
    const data = { LARDER_DATA_DIR: await workspace.newFolder('data') };
    const byNode = (port: number): Command => larderCommand(workspace, data, port);
    const byNpm = (port: number): Command => ({
      program: npm,
      arguments: ['start'],
      environment: { ...byNode(port).environment, PATH: pathOfShell(), npm_config_update_notifier: 'false' },
    });
    const timed = async (commandFor: (port: number) => Command): Promise<Sample> => {
      const begun = performance.now();
      await using server = await startServer(workspace, commandFor);
      const seconds = (performance.now() - begun) / 1000;
      progress(`${server.url} responded after ${seconds.toFixed(2)} s`);
      return { value: seconds };
    };
    // Creates the database and, when it stops, the compile cache.
    await timed(byNode);
    const [node = [], npmStart = []] = await inRounds(rounds, [() => timed(byNode), () => timed(byNpm)]);
    const common = { against: '', unit: 's', theirs: [] } as const;
    return [
      {
        ...common,
        what: 'node start to first response',
        ours: node,
        target: { of: 'ours', required: 0.8, aim: 0.4 },
      },
      {
        ...common,
        what: 'npm start to first response',
        ours: npmStart,
        target: { of: 'ours', required: 1.5, aim: 0.8 },
      },
    ];
  },
};

/** Returns the PATH without the folders that npm adds for scripts. */
function pathOfShell(): string {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter);
}

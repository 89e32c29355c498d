/** `larder serve`: a server, as `npm start` starts it; or one that leaves nothing behind. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Option, type Command } from 'commander';
import type { RunningServer } from '../../server/start-server.ts';
import { examples } from '../examples.ts';

/** Which setting each flag is. What they mean, and what they are without it, is the server's to say. */
const flags = {
  host: ['LARDER_HOST', '<address>', 'where to listen'],
  port: ['LARDER_PORT', '<port>', 'where to listen; 0 takes any free one'],
  url: ['LARDER_URL', '<url>', 'the public base URL, which all answers name'],
  dataDir: ['LARDER_DATA_DIR', '<folder>', 'database and blobs'],
  databaseUrl: ['LARDER_DATABASE_URL', '<url>', 'a PostgreSQL database in place of one in the data folder'],
  organization: ['LARDER_ORGANIZATION', '<slug>', 'the organization that is made when it is not there'],
  token: ['LARDER_TOKEN', '<token>', 'exactly this token works, with all scopes; better in the environment'],
  logLevel: ['LARDER_LOG_LEVEL', '<level>', 'how much to log on standard error'],
} as const;

type Flag = keyof typeof flags;

interface Options extends Readonly<Partial<Record<Flag, string>>> {
  readonly ephemeral?: true;
  readonly json?: true;
  readonly untilStdinCloses?: true;
}

export function addServe(program: Command): void {
  const command = program
    .command('serve')
    .description('Start a server; settings come from flags, else the environment');
  for (const [flag, [variable, value, meaning]] of Object.entries(flags)) {
    command.option(`--${kebab(flag)} ${value}`, `${meaning} (${variable})`);
  }
  command
    .addOption(
      new Option(
        '--ephemeral',
        'keep everything in a folder that goes away with the process; the environment is ignored',
      ).conflicts(['dataDir', 'databaseUrl']),
    )
    .option('--json', 'when ready, print {"url", "token", "organization"} as one line of JSON')
    .option('--until-stdin-closes', 'stop when standard input ends, so that it goes with the program that started it')
    .action(serve);
  examples(command, ['larder serve --port 8080', 'larder serve --ephemeral --json']);
}

async function serve(options: Options): Promise<void> {
  const { runServer } = await import('../../server/run-server.ts');
  const folder = options.ephemeral ? await mkdtemp(path.join(os.tmpdir(), 'larder-ephemeral-')) : undefined;
  const environment = { ...(folder === undefined ? process.env : ephemeralSettings(folder)), ...settingsOf(options) };
  await runServer(environment, {
    ...(options.json ? { greet: (server) => greetPrograms(server, options) } : {}),
    ...(folder === undefined ? {} : { afterwards: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }),
    ...(options.untilStdinCloses ? { until: stdinCloses() } : {}),
  });
}

function greetPrograms({ url, organization, newSecret }: RunningServer, { ephemeral, token }: Options): void {
  // A token that the operator set is not repeated, except to whoever has set it for this process alone.
  const shown = newSecret ?? (ephemeral ? token : undefined) ?? null;
  process.stdout.write(`${JSON.stringify({ url, token: shown, organization: organization.slug })}\n`);
}

/** Other servers' settings must not reach one that forgets everything. */
function ephemeralSettings(folder: string): Record<string, string> {
  return { LARDER_PORT: '0', LARDER_DATA_DIR: folder, LARDER_LOG_LEVEL: 'warn' };
}

function settingsOf(options: Options): Record<string, string> {
  return Object.fromEntries(
    Object.entries(flags).flatMap(([flag, [variable]]) => {
      // The keys of the table are the names of the flags.
      const value = options[flag as Flag];
      return value === undefined ? [] : [[variable, value]];
    }),
  );
}

async function stdinCloses(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdin.once('close', resolve).once('end', resolve).once('error', resolve).resume();
  });
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

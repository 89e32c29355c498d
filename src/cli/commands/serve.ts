/** `larder serve`: starts a server like `npm start`, or an ephemeral one whose data is deleted at the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Option, type Command } from 'commander';
import type { RunningServer } from '../../server/start-server.ts';
import { CommandError } from '../command-error.ts';
import { examples } from '../examples.ts';
import { openProgressLine } from '../progress-line.ts';
import {
  settingFlags,
  serverSettingsOf,
  withFlags,
  withServerSettings,
  type SettingOptions,
} from '../server-settings.ts';

interface Options extends SettingOptions {
  readonly ephemeral?: true;
  readonly seed?: 'demo';
  readonly json?: true;
  readonly untilStdinCloses?: true;
}

export function addServe(program: Command): void {
  const command = program.command('serve').description('Start a server; flags override environment variables');
  withServerSettings(command, settingFlags)
    .addOption(
      new Option(
        '--ephemeral',
        'use a temporary data folder that is deleted at exit; ignores the environment',
      ).conflicts(['dataDir', 'databaseUrl']),
    )
    .addOption(
      new Option('--seed <data>', 'publish packages of several ecosystems to look at; requires --ephemeral').choices([
        'demo',
      ]),
    )
    .option('--json', 'print {"url", "token", "organization"} as one line of JSON when ready')
    .option(
      '--until-stdin-closes',
      'stop when standard input is closed, that is, when the program that started it ends',
    )
    .action(serve);
  examples(command, [
    'larder serve --port 8080',
    'larder serve --ephemeral --json',
    'larder serve --ephemeral --seed demo',
  ]);
}

async function serve(options: Options): Promise<void> {
  if (options.seed && !options.ephemeral)
    throw new CommandError(
      'usage',
      '--seed requires --ephemeral.\nThe packages of the demo are for a server that is deleted.',
    );
  const { runServer } = await import('../../server/run-server.ts');
  const folder = options.ephemeral ? await mkdtemp(path.join(os.tmpdir(), 'larder-ephemeral-')) : undefined;
  const environment = {
    ...(folder === undefined ? process.env : ephemeralSettings(folder)),
    ...serverSettingsOf(options),
  };
  await runServer(environment, {
    reword: (message) => withFlags(message, options),
    ...(options.seed ? { fill: fillWithDemo } : {}),
    ...(options.json ? { greet: (server) => greetPrograms(server, options) } : {}),
    ...(folder === undefined ? {} : { afterwards: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }),
    ...(options.untilStdinCloses ? { until: stdinCloses() } : {}),
  });
}

async function fillWithDemo({ larder, organization }: RunningServer): Promise<void> {
  const { seedDemo } = await import('../../server/seed-demo.ts');
  const progress = openProgressLine();
  await seedDemo(larder, organization, ({ published, total, file }) =>
    progress.show(() => `${published} of ${total} packages: ${file}`),
  ).finally(() => progress.clear());
}

function greetPrograms({ url, organization, newSecret }: RunningServer, { ephemeral, token }: Options): void {
  // A token that the operator set is not repeated, unless a flag set it for this process only.
  const shown = newSecret ?? (ephemeral ? token : undefined) ?? null;
  process.stdout.write(`${JSON.stringify({ url, token: shown, organization: organization.slug })}\n`);
}

/** The settings of other servers must not apply to an ephemeral one. */
function ephemeralSettings(folder: string): Record<string, string> {
  return { LARDER_PORT: '0', LARDER_DATA_DIR: folder, LARDER_LOG_LEVEL: 'warn' };
}

async function stdinCloses(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdin.once('close', resolve).once('end', resolve).once('error', resolve).resume();
  });
}

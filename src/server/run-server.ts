/** Runs a server from its start until it is told to stop, and says to the operator how it goes. */
import type { Larder } from '../registry/larder.ts';
import { createLog, flushLog } from './log.ts';
import { settingsWithoutEffect } from './setting-names.ts';
import { UnusableSettings, readSettings, type Settings } from './settings.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { welcome } from './welcome.ts';

export interface RunOptions {
  /** In place of the lines for people, once the server is ready. */
  readonly greet?: (server: RunningServer, settings: Settings) => void;
  /** What else there is to do when it has stopped, or could not start. */
  readonly afterwards?: () => Promise<void>;
  /** Stops it when this resolves, as SIGTERM and SIGINT do. */
  readonly until?: Promise<void>;
  /** In place of those that Larder has. */
  readonly ecosystems?: Larder['ecosystems'];
  /** Returns a message about settings in the words in which the operator has set them. */
  readonly reword?: (message: string) => string;
}

/** In milliseconds: how long the reader of the log may take for the last lines. */
const lastLines = 500;

/** Ends the process. */
export async function runServer(
  environment: Readonly<Record<string, string | undefined>>,
  {
    greet = greetPeople,
    afterwards = () => Promise.resolve(),
    until,
    ecosystems,
    reword = (message) => message,
  }: RunOptions = {},
): Promise<never> {
  const told = toldToStop(until);
  let code = 0;
  try {
    const settings = readSettings(environment);
    const log = createLog(settings.logLevel);
    // Whoever is told to stop while it still starts need not wait to the end.
    const server = await Promise.race([startServer(settings, log, { ecosystems }), told]);
    if (server) {
      const notes = [...settingsWithoutEffect(environment), ...server.notes].map(reword);
      for (const note of notes) log.warn(note);
      greet({ ...server, notes }, settings);
      await told;
      await server.stop();
    }
  } catch (error) {
    process.stderr.write(`Larder cannot start.\n${reword(explained(error))}\n`);
    code = 1;
  }
  await Promise.all([afterwards(), flushLog(lastLines)]);
  process.exit(code);
}

function greetPeople(server: RunningServer, settings: Settings): void {
  process.stdout.write(welcome(server, settings));
}

/** A second signal ends the process at once. */
function toldToStop(until: Promise<void> | undefined): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        for (const next of ['SIGTERM', 'SIGINT'] as const) process.once(next, () => process.exit(1));
        resolve();
      });
    }
    void until?.then(resolve);
  });
}

function explained(error: unknown): string {
  if (error instanceof UnusableSettings) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

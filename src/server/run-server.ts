/** Runs a server from its start until it is told to stop, and says to the operator how it goes. */
import { setTimeout } from 'node:timers/promises';
import { descriptions } from './descriptions.ts';
import type { Modules } from './ecosystems.ts';
import { endByForce } from './end-by-force.ts';
import { createLog, flushLog } from './log.ts';
import { secretHeaders } from './read-once.ts';
import { settingsWithoutEffect } from './setting-names.ts';
import { UnusableSettings, readSettings, type Settings } from './settings.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { npmEnds, toldToStop } from './told-to-stop.ts';
import { welcome } from './welcome.ts';

export interface RunOptions {
  /** In place of the lines for people, once the server is ready. */
  readonly greet?: (server: RunningServer, settings: Settings) => void;
  /** What else there is to do when it has stopped, or could not start. */
  readonly afterwards?: () => Promise<void>;
  /** Stops it when this resolves, as SIGTERM and SIGINT do. */
  readonly until?: Promise<void>;
  /** In place of those that Larder has. */
  readonly modules?: Modules;
  /** Returns a message about settings in the words in which the operator has set them. */
  readonly reword?: (message: string) => string;
}

/** In milliseconds: how long the reader of the log may take for the last lines. */
const lastLines = 500;

/** Calls in libuv's pool of threads that can wait for a disk or a name server. */
const pooled = /^(FSReq|GetAddrInfo|GetNameInfo)/;

/** In milliseconds: the last lines, and the end itself, need some time. */
const leastTimeout = 2000;

/** Ends the process. */
export async function runServer(
  environment: Readonly<Record<string, string | undefined>>,
  {
    greet = greetPeople,
    afterwards = () => Promise.resolve(),
    until,
    modules,
    reword = (message) => message,
  }: RunOptions = {},
): Promise<never> {
  // Nobody reads any more: a closed pipe or terminal (EPIPE, EIO). What to write is lost, and nothing else.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const told = Promise.race([toldToStop(kill), npmEnds(), ...(until ? [until] : [])]);
  let code = 0;
  try {
    const settings = readSettings(environment);
    const log = createLog(settings.logLevel, secretHeaders(descriptions));
    void told.then(() => endByForce(Math.max(settings.stopTimeout, leastTimeout)));
    // Whoever is told to stop while it still starts need not wait to the end.
    const server = await Promise.race([startServer(settings, log, { modules }), told]);
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
  // `process.exit` waits for these without end, and ends the thread that would kill the process.
  while (process.getActiveResourcesInfo().some((name) => pooled.test(name))) await setTimeout(20);
  process.exit(code);
}

function greetPeople(server: RunningServer, settings: Settings): void {
  process.stdout.write(welcome(server, settings));
}

/** Unlike `process.exit`, waits for nothing, such as a disk that does not respond. */
function kill(): void {
  process.kill(process.pid, 'SIGKILL');
}

function explained(error: unknown): string {
  if (error instanceof UnusableSettings) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

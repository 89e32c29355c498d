/** Runs a server until a signal stops it, and reports its state to the operator. */
import { setTimeout } from 'node:timers/promises';
import type { OpenApiDocument } from '../contract/description.ts';
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
  /** Fills the server with data before it is reported as ready. A signal does not wait for it. */
  readonly fill?: (server: RunningServer) => Promise<void>;
  /** Called when the server is ready. By default it prints the welcome text. */
  readonly greet?: (server: RunningServer, settings: Settings) => void;
  /** Called when the server has stopped or could not start. */
  readonly afterwards?: () => Promise<void>;
  /** Stops the server when it resolves, like SIGTERM and SIGINT. */
  readonly until?: Promise<void>;
  /** Replaces the built-in ecosystems. */
  readonly modules?: Modules;
  /** Replaces the description of the API, whose enum has the ids of the ecosystems. */
  readonly api?: OpenApiDocument;
  /** Returns a message about settings in terms of the flags that the operator used. */
  readonly reword?: (message: string) => string;
}

/** In milliseconds: the time limit for writing the last log lines. */
const lastLines = 500;

/** Calls in libuv's thread pool that can wait for a disk or a name server. */
const pooled = /^(FSReq|GetAddrInfo|GetNameInfo)/;

/** In milliseconds: the time that the last log lines and the exit take. */
const leastTimeout = 2000;

/** Runs the server, then exits the process. */
export async function runServer(
  environment: Readonly<Record<string, string | undefined>>,
  {
    fill = () => Promise.resolve(),
    greet = greetPeople,
    afterwards = () => Promise.resolve(),
    until,
    modules,
    api,
    reword = (message) => message,
  }: RunOptions = {},
): Promise<never> {
  // A closed pipe or terminal (EPIPE, EIO) loses output, but does not end the server.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const told = Promise.race([toldToStop(kill), npmEnds(), ...(until ? [until] : [])]);
  let code = 0;
  try {
    const settings = readSettings(environment);
    const log = createLog(settings.logLevel, secretHeaders(descriptions));
    void told.then(() => endByForce(Math.max(settings.stopTimeout, leastTimeout)));
    // A signal during the start does not wait until the start is complete.
    const server = await Promise.race([startServer(settings, log, { modules, api }), told]);
    if (server) {
      const notes = [...settingsWithoutEffect(environment), ...server.notes].map(reword);
      for (const note of notes) log.warn(note);
      await Promise.race([fill(server), told]);
      greet({ ...server, notes }, settings);
      await told;
      await server.stop();
    }
  } catch (error) {
    process.stderr.write(`Larder cannot start.\n${reword(explained(error))}\n`);
    code = 1;
  }
  await Promise.all([afterwards(), flushLog(lastLines)]);
  // `process.exit` waits for these without a limit, and ends the thread that would kill the process.
  while (process.getActiveResourcesInfo().some((name) => pooled.test(name))) await setTimeout(20);
  process.exit(code);
}

function greetPeople(server: RunningServer, settings: Settings): void {
  process.stdout.write(welcome(server, settings));
}

/** Kills the process. Unlike `process.exit`, it does not wait, such as for a disk that does not respond. */
function kill(): void {
  process.kill(process.pid, 'SIGKILL');
}

function explained(error: unknown): string {
  if (error instanceof UnusableSettings) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

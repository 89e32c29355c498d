/** Starts a server as the environment says, and stops it in order when it is told to. */
import { createLog } from './log.ts';
import { UnusableSettings, readSettings } from './settings.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { welcome } from './welcome.ts';

try {
  const settings = readSettings(process.env);
  const server = await startServer(settings, createLog(settings.logLevel));
  process.stdout.write(welcome(server, settings));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server));
} catch (error) {
  process.stderr.write(`Larder cannot start.\n${explained(error)}\n`);
  process.exitCode = 1;
}

async function stop(server: RunningServer): Promise<void> {
  // A second signal ends the process at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));
  await server.stop();
  process.exit(0);
}

function explained(error: unknown): string {
  if (error instanceof UnusableSettings) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a mock from its start until it is told to stop. */
import { lineOf, welcome } from '../mock/welcome.ts';
import { npmEnds, toldToStop } from '../server/told-to-stop.ts';

/** A mistake of the person who starts the mock. */
export class UnusableStart extends Error {
  override readonly name = 'UnusableStart';
}

/** The port as text, and what a message calls it: a setting or a flag. */
export interface PortChoice {
  readonly text: string;
  readonly from: string;
}

/** Ends the process. `check` throws `UnusableStart`. */
export async function runMock(port: PortChoice, check: () => void = () => undefined): Promise<never> {
  // A reader that is gone (EPIPE, EIO) is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const told = toldToStop(() => process.exit(1));
  try {
    check();
    const number = portOf(port);
    // Loading Prism takes a second, in which nobody should wait to hear of an invalid port.
    const { startMock } = await import('./start-mock.ts');
    const mock = await startMock({ port: number, observe: (event) => process.stdout.write(`${lineOf(event)}\n`) });
    process.stdout.write(welcome(mock.url));
    await Promise.race([told, npmEnds()]);
    await mock.stop();
  } catch (error) {
    process.stderr.write(`The mock cannot start.\n${explained(error, port)}\n`);
    process.exit(1);
  }
  process.exit(0);
}

function portOf({ text, from }: PortChoice): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UnusableStart(`${from} is ${JSON.stringify(text)}; it must be a port, or 0 for any free one.`);
}

function explained(error: unknown, { text, from }: PortChoice): string {
  if (!(error instanceof Error)) return String(error);
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return `On port ${text} another program listens; set ${from} to a free port, or to 0 for any.`;
    case 'ERR_MODULE_NOT_FOUND':
      return 'The mock needs the packages for development, which are not installed. Run: npm ci';
    case 'EACCES':
      return `Port ${text} may not be used by this user; set ${from} to one above 1023.`;
    default:
      return error instanceof UnusableStart ? error.message : (error.stack ?? error.message);
  }
}

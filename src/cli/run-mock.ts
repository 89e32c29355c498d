/** Runs a mock until a signal stops it. */
import { lineOf, welcome } from '../mock/welcome.ts';
import { npmEnds, toldToStop } from '../server/told-to-stop.ts';

/** An invalid port, argument or setting. */
export class UnusableStart extends Error {
  override readonly name = 'UnusableStart';
}

/** The port as text, and the name of its setting or flag for messages. */
export interface PortChoice {
  readonly text: string;
  readonly from: string;
}

/** Ends the process. `check` throws `UnusableStart`. */
export async function runMock(port: PortChoice, check: () => void = () => undefined): Promise<never> {
  // A closed pipe or terminal (EPIPE, EIO) does not end the mock.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const told = toldToStop(() => process.exit(1));
  try {
    check();
    const number = portOf(port);
    // Imported after the port is checked, because loading Prism takes a second.
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
  throw new UnusableStart(`${from} is ${JSON.stringify(text)}; it must be a port, or 0 to pick a free port.`);
}

function explained(error: unknown, { text, from }: PortChoice): string {
  if (!(error instanceof Error)) return String(error);
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return `Port ${text} is already in use. Set ${from} to a free port, or to 0 to pick one.`;
    case 'ERR_MODULE_NOT_FOUND':
      return 'The mock needs the development dependencies, which are not installed. Run: npm ci';
    case 'EACCES':
      return `This user is not allowed to listen on port ${text}. Set ${from} to a port above 1023.`;
    default:
      return error instanceof UnusableStart ? error.message : (error.stack ?? error.message);
  }
}

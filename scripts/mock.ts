/** `npm run mock`: the contract's examples at the server's URLs, for people who build something on the API. */
import { unknownSettings } from '../src/server/setting-names.ts';
import { serverSettings } from '../src/server/settings.ts';
import { npmEnds, toldToStop } from '../src/server/told-to-stop.ts';
import { lineOf, welcome } from '../src/mock/welcome.ts';

/** A mistake of the person who starts the mock. */
class UnusableStart extends Error {
  override readonly name = 'UnusableStart';
}

const wanted = process.env['LARDER_MOCK_PORT'] || '4010';

// A reader that is gone (EPIPE, EIO) is no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const told = toldToStop(() => process.exit(1));

try {
  const [argument] = process.argv.slice(2);
  if (argument !== undefined)
    throw new UnusableStart(
      `The mock has no argument ${JSON.stringify(argument)}. Set LARDER_MOCK_PORT to change the port.`,
    );
  const unknown = unknownSettings(process.env, serverSettings);
  if (unknown.length > 0) throw new UnusableStart(unknown.join('\n'));
  const port = portOf(wanted);
  // Loading Prism takes a second, in which nobody should wait to hear of a port that is none.
  const { startMock } = await import('../src/mock/start-mock.ts');
  const mock = await startMock({ port, observe: (event) => console.log(lineOf(event)) });
  process.stdout.write(welcome(mock.url));
  await Promise.race([told, npmEnds()]);
  await mock.stop();
  process.exit(0);
} catch (error) {
  process.stderr.write(`The mock cannot start.\n${explained(error)}\n`);
  process.exitCode = 1;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UnusableStart(`LARDER_MOCK_PORT is ${JSON.stringify(text)}; it must be a port, or 0 for any free one.`);
}

function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return `On port ${wanted} another program listens; set LARDER_MOCK_PORT to a free port, or to 0 for any.`;
    case 'EACCES':
      return `Port ${wanted} may not be used by this user; set LARDER_MOCK_PORT to one above 1023.`;
    default:
      return error instanceof UnusableStart ? error.message : (error.stack ?? error.message);
  }
}

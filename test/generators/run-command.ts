/** Runs the programs of generators, compilers and drivers. */
import path from 'node:path';
import { run, type Ran, type RunOptions } from '../clients/programs.ts';

/** A program that takes longer is ended; the slowest, Maven in an empty cache, takes a minute. */
const timeoutMs = 10 * 60_000;

/** Programs of npm run with the Node that runs this. */
const searched = [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter);

/** Returns what the program wrote. Throws, with all of that, if it fails. */
export async function runOrFail(
  program: string,
  parameters: readonly string[],
  { folder, environment }: RunOptions = {},
): Promise<Ran> {
  const options = { folder, environment: { PATH: searched, ...environment }, timeoutMs };
  const result = await run(program, parameters, options);
  if (result.ok) return result;
  throw new Error(`${[path.basename(program), ...parameters].join(' ')} failed:\n${result.output.trim()}`);
}

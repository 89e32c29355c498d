/** Schemathesis, installed as the generators are, from `test/generators/tools/schemathesis`. */
import path from 'node:path';
import { installed, pip } from '../generators/tools.ts';

export interface Tool {
  readonly command: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Rejects if Python 3.10 or its pip is missing. */
export async function installSchemathesis(): Promise<Tool> {
  const folder = await installed('schemathesis', (into) => pip(into, '--no-deps', '--requirement', 'requirements.txt'));
  const packages = path.join(folder, 'packages');
  return { command: path.join(packages, 'bin', 'st'), environment: { PYTHONPATH: packages } };
}

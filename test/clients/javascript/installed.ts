/** The programs that `.ci/run` installs in this folder. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const modules = path.join(import.meta.dirname, 'node_modules');

/** Whether `npm ci --prefix test/clients/javascript --ignore-scripts` was run. */
export const areInstalled = existsSync(modules);

/** Returns the path of a file of an installed package. */
export function installed(file: string): string {
  return path.join(modules, file);
}

/** Returns the command of a script for the Node.js that runs the tests. */
export function script(file: string): readonly [string, string] {
  return [process.execPath, installed(file)];
}

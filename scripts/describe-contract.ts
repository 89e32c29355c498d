/** Prints Redocly's figures of each description: its parts and its complexity. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { descriptionFiles } from '../openapi/generate/description-files.ts';

const root = path.resolve(import.meta.dirname, '..');
const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

for (const file of await descriptionFiles(root)) {
  for (const command of ['stats', 'score'])
    execFileSync(process.execPath, [redocly, command, file], { cwd: root, stdio: 'inherit' });
}

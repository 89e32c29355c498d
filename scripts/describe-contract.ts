/** Prints Redocly's figures of each description in `redocly.yaml`: its parts and its complexity. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
// Redocly has checked the structure of its configuration.
const { apis } = parse(readFileSync(path.join(root, 'redocly.yaml'), 'utf8')) as { readonly apis: object };

for (const name of Object.keys(apis)) {
  for (const command of ['stats', 'score'])
    execFileSync(process.execPath, [redocly, command, name], { cwd: root, stdio: 'inherit' });
}

/** The stories of the contract: every Arazzo file in `openapi/workflows/`. */
import { globSync } from 'node:fs';
import path from 'node:path';

export const workflows = path.resolve(import.meta.dirname, '../../openapi/workflows');

/** By name, sorted; the file of one is `<name>.arazzo.yaml`. */
export const stories: readonly string[] = globSync('*.arazzo.yaml', { cwd: workflows })
  .map((file) => file.replace(/\.arazzo\.yaml$/, ''))
  .sort();

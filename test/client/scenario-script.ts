/** The scenarios of all runtimes as JavaScript, for those that read no TypeScript. */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

export async function scenarioScript(): Promise<string> {
  const source = path.join(import.meta.dirname, 'runtimes/scenarios.ts');
  return stripTypeScriptTypes(await readFile(source, 'utf8'));
}

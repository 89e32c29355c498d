/** The package `larder-client` as those who use it have it: packed, and installed into an empty project. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from '../clients/programs.ts';

export interface Project extends AsyncDisposable {
  readonly folder: string;
  /** The path of the packed archive. */
  readonly archive: string;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Nothing is requested from the npm registry: the only dependency is linked to the installed one. */
export async function installClient(): Promise<Project> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-project-'));
  const packed = path.join(folder, 'packed');
  await mkdir(packed);
  await succeed(process.execPath, [path.join(root, 'scripts/pack-client.ts'), packed]);
  const archive = path.join(packed, (await readdir(packed))[0] ?? '');
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'project', private: true, type: 'module' }),
  );
  const dependency = path.join(root, 'node_modules/openapi-fetch');
  const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  await succeed('npm', ['install', ...options, archive, dependency], folder);
  return { folder, archive, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

async function succeed(program: string, parameters: readonly string[], folder = root): Promise<void> {
  const { ok, output } = await run(program, parameters, { folder });
  if (!ok) throw new Error(`${program} ${parameters.join(' ')}: ${output}`);
}

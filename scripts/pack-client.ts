/**
 * `npm run client:pack [folder]`: compiles `src/client` with its types, and packs it as the npm package
 * `larder-client`. Prints the path of the archive, which is in the folder, or in the current one.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'src/client');
const destination = path.resolve(process.argv[2] ?? '.');

const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-client-'));
try {
  const compiler = path.join(root, 'node_modules/typescript7/bin/tsc');
  await run(process.execPath, compiler, '-p', source, '--outDir', path.join(folder, 'dist'));
  for (const file of [path.join(source, 'package.json'), path.join(source, 'README.md'), path.join(root, 'LICENSE')]) {
    await copyFile(file, path.join(folder, path.basename(file)));
  }
  const [archive] = JSON.parse(await run('npm', 'pack', '--json', '--pack-destination', destination)) as Packed;
  console.log(path.join(destination, archive.filename));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The output of npm about the packed package. */
type Packed = readonly [{ readonly filename: string }];

/** Returns the output of a program. Rejects with its output if it fails. */
async function run(program: string, ...parameters: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, parameters, { cwd: folder });
  return stdout;
}

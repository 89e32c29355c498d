/**
 * Writes `generated/` from the files of `openapi/`: each description as one file, its types, and the code of the
 * client. Deterministic: the same contract results in the same bytes.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { clientCode } from './client-code.ts';
import { descriptionFiles, nameOfDescription } from './description-files.ts';
import { typesOf } from './types-of-description.ts';

/** Reads the descriptions of a folder of the project, and writes to `output`. */
export async function writeGenerated(root: string, output: string): Promise<void> {
  const sources = await descriptionFiles(root);
  const folders = Map.groupBy(sources, (source) => path.dirname(nameOfDescription(source)));
  await Promise.all([...folders].map(([folder, files]) => bundle(root, files, path.join(output, folder))));
  for (const source of sources) {
    const name = nameOfDescription(source);
    const text = await readFile(path.join(output, `${name}.json`), 'utf8');
    const isApi = name === 'openapi';
    await writeFile(path.join(output, isApi ? 'api.ts' : `${name}.ts`), await typesOf(text, source));
    if (isApi) for (const [file, code] of clientCode(text)) await writeFile(path.join(output, file), code);
  }
}

/** Bundles several descriptions in one process: most of its time is its start. */
async function bundle(root: string, files: readonly string[], output: string): Promise<void> {
  await mkdir(output, { recursive: true });
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  // A trailing slash makes it a folder, also for a single file.
  const args = [redocly, 'bundle', ...files, '--output', `${output}/`, '--ext', 'json'];
  await promisify(execFile)(process.execPath, args, { cwd: root });
}

/** A repository of reprepro, unsigned, which spares it the cost of signing. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findProgram } from '../programs.ts';
import { run } from '../processes.ts';

/** Makes an empty repository in a folder. */
export async function createRepository(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'conf'), { recursive: true });
  const distribution = [
    'Origin: Bench',
    'Codename: any',
    'Architectures: amd64',
    'Components: main',
    'Description: Bench',
  ];
  await writeFile(path.join(folder, 'conf/distributions'), `${distribution.join('\n')}\n`);
}

/** Adds debs one after the other; with each, the index is written anew. Seconds. */
export async function includeDebs(folder: string, files: readonly string[]): Promise<number> {
  const program = (await findProgram('reprepro')) ?? 'reprepro';
  const begun = performance.now();
  for (const file of files) await run(program, ['--basedir', folder, '--silent', 'includedeb', 'any', file]);
  const seconds = (performance.now() - begun) / 1000;
  const listed = await run(program, ['--basedir', folder, 'list', 'any']);
  const count = listed.trim().split('\n').length;
  if (count !== files.length) throw new Error(`reprepro lists ${count} of ${files.length} packages.`);
  return seconds;
}

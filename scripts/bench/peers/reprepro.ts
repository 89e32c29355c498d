/** Writes a repository with reprepro, unsigned, which takes it less time. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../processes.ts';

/** Creates an empty repository. */
export async function createRepository(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'conf'), { recursive: true });
  const distribution = ['Codename: any', 'Architectures: amd64', 'Components: main', 'Description: Bench'];
  await writeFile(path.join(folder, 'conf/distributions'), `${distribution.join('\n')}\n`);
}

/** Adds debs one by one; reprepro writes the index after each. Returns the seconds. */
export async function includeDebs(folder: string, files: readonly string[]): Promise<number> {
  const begun = performance.now();
  for (const file of files) await run('reprepro', ['--basedir', folder, '--silent', 'includedeb', 'any', file]);
  return (performance.now() - begun) / 1000;
}

/** Installs packages from PyPI into a folder of the bench. */
import { run } from '../processes.ts';
import type { Workspace } from '../workspace.ts';

/** Returns the folder, for PYTHONPATH. `packages` have their versions. */
export async function installFromPyPi(workspace: Workspace, ...packages: readonly string[]): Promise<string> {
  const folder = await workspace.newFolder('python');
  const options = ['--quiet', '--disable-pip-version-check', '--no-compile', '--target', folder];
  await run('python3', ['-m', 'pip', 'install', ...options, ...packages]);
  return folder;
}

/** Writes the lists of a folder of RPM packages with createrepo_c, unsigned. */
import { run } from '../processes.ts';
import type { Workspace } from '../workspace.ts';
import { installFromPyPi } from './python-packages.ts';

/** Returns the seconds. With `--update`, packages in the lists of before are not read again. */
export type WriteLists = (folder: string, ...options: readonly '--update'[]) => Promise<number>;

export async function installCreaterepo(workspace: Workspace): Promise<WriteLists> {
  const PYTHONPATH = await installFromPyPi(workspace, 'createrepo-c==1.2.5');
  const program = 'import sys; from createrepo_c import createrepo_c; sys.exit(createrepo_c())';
  return async (folder, ...options) => {
    const env = { ...process.env, PYTHONPATH };
    const begun = performance.now();
    await run('python3', ['-c', program, '--quiet', '--general-compress-type=gz', ...options, folder], { env });
    return (performance.now() - begun) / 1000;
  };
}

/** pypiserver, to which everyone may publish, with its cache of digests. By default, it uses waitress. Installed from PyPI. */
import { startServer, type Server } from '../processes.ts';
import type { Workspace } from '../workspace.ts';
import { installFromPyPi } from './python-packages.ts';

export async function startPypiserver(workspace: Workspace, folder: string): Promise<Server> {
  const PYTHONPATH = await installFromPyPi(workspace, 'pypiserver[cache]==2.4.2', 'waitress==3.0.2');
  return startServer(workspace, (port) => ({
    program: 'python3',
    arguments: ['-m', 'pypiserver', 'run', '-i', '127.0.0.1', '-p', `${port}`, ...anonymous, folder],
    environment: { PYTHONPATH },
  }));
}

const anonymous = ['-P', '.', '-a', '.', '--disable-fallback'];

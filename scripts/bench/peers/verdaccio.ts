/** Verdaccio without uplinks, where everyone may publish. Installed from npm's registry into the folder of the bench. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run, startServer, type Server } from '../processes.ts';
import type { Workspace } from '../workspace.ts';

const version = '6.8.0';

export async function startVerdaccio(workspace: Workspace): Promise<Server> {
  const folder = await workspace.newFolder('verdaccio');
  // One of its dependencies has no fixed version of node-fetch that installs alone.
  const manifest = { private: true, dependencies: { verdaccio: version }, overrides: { 'node-fetch': '2.7.0' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: folder });
  const file = path.join(folder, 'config.yaml');
  await writeFile(file, configuration);
  return startServer(workspace, (port) => ({
    program: process.execPath,
    arguments: [
      path.join(folder, 'node_modules/verdaccio/bin/verdaccio'),
      '--config',
      file,
      '--listen',
      `127.0.0.1:${port}`,
    ],
  }));
}

const configuration = `
storage: ./storage
auth:
  htpasswd:
    file: ./htpasswd
packages:
  '**':
    access: $all
    publish: $all
max_body_size: 100mb
log: { type: stdout, format: json, level: error }
`;

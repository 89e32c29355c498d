/** Serves images with docker-registry: files on disk and blob descriptors in memory, as its package does, without logs. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startServer, type Server } from '../processes.ts';
import { findProgram } from '../programs.ts';
import type { Workspace } from '../workspace.ts';

export async function startDockerRegistry(workspace: Workspace): Promise<Server> {
  const folder = await workspace.newFolder('docker-registry');
  const program = (await findProgram('docker-registry')) ?? 'docker-registry';
  return startServer(workspace, (port) => {
    const file = path.join(folder, 'config.yml');
    writeFileSync(file, configuration(folder, port));
    return { program, arguments: ['serve', file] };
  });
}

function configuration(folder: string, port: number): string {
  return `
version: 0.1
log:
  level: error
  accesslog:
    disabled: true
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: ${folder}/data
http:
  addr: 127.0.0.1:${port}
`;
}

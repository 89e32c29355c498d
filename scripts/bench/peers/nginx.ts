/** Serves a folder with nginx: one process, sendfile, no log, otherwise the defaults. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startServer, type Server } from '../processes.ts';
import { findProgram } from '../programs.ts';
import type { Workspace } from '../workspace.ts';

export async function startNginx(workspace: Workspace, root: string): Promise<Server> {
  const folder = await workspace.newFolder('nginx');
  const program = (await findProgram('nginx')) ?? 'nginx';
  return startServer(workspace, (port) => {
    const file = path.join(folder, 'nginx.conf');
    writeFileSync(file, configuration(folder, root, port));
    return { program, arguments: ['-c', file, '-p', folder, '-e', path.join(folder, 'error.log')] };
  });
}

function configuration(folder: string, root: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 65s;
  keepalive_requests 100000000;
  default_type application/octet-stream;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${root};
  }
}
`;
}

/** nginx as a file server: one process, sendfile on, no log; else as it comes. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../free-port.ts';
import { findProgram } from '../programs.ts';
import { running, start, type Server } from '../processes.ts';
import type { Workspace } from '../workspace.ts';

/** Serves the files of a folder. */
export async function startNginx(workspace: Workspace, root: string): Promise<Server> {
  const port = await freePort();
  const folder = await workspace.newFolder('nginx');
  const file = path.join(folder, 'nginx.conf');
  await writeFile(file, configuration(folder, root, port));
  const program = (await findProgram('nginx')) ?? 'nginx';
  const child = start(workspace, {
    program,
    arguments: ['-c', file, '-p', folder, '-e', path.join(folder, 'error.log')],
  });
  const url = `http://127.0.0.1:${port}`;
  await replying(url);
  return running(workspace, child, url);
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

/** Waits for any answer at all. */
async function replying(url: string): Promise<void> {
  const end = performance.now() + 10_000;
  for (;;) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply) return void (await reply.arrayBuffer());
    if (performance.now() > end) throw new Error(`${url} does not answer.`);
  }
}

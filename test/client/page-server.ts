/** An origin of its own for pages, with the client's package as those who use it have it. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { installClient } from './installed-client.ts';
import { scenarioScript } from './scenario-script.ts';

export interface PageServer extends AsyncDisposable {
  /** With a slash at its end. */
  readonly url: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

/**
 * Serves a folder, whose first page is `index.html`, with the installed packages below `/node_modules/`, and
 * `/scenarios.js`. Service workers have no import maps, so the only bare import of the client is resolved here, as
 * bundlers do.
 */
export async function startPageServer(folder: string): Promise<PageServer> {
  const project = await installClient();
  const scenarios = await scenarioScript();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    const root = pathname.startsWith('/node_modules/') ? project.folder : folder;
    if (pathname === '/scenarios.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(scenarios);
    else void give(path.join(root, pathname === '/' ? 'index.html' : pathname), response);
  });
  const listening = await listenLocally(server);
  return {
    url: `${listening.url}/`,
    [Symbol.asyncDispose]: async () => {
      await listening[Symbol.asyncDispose]();
      await project[Symbol.asyncDispose]();
    },
  };
}

async function give(file: string, response: ServerResponse): Promise<void> {
  try {
    const content = await readFile(file, 'utf8');
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' });
    response.end(content.replaceAll("from 'openapi-fetch'", "from '/node_modules/openapi-fetch/dist/index.mjs'"));
  } catch {
    response.writeHead(404).end();
  }
}

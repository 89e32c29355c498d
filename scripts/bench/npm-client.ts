/** Publishes versions of a package with npm, and records what npm sends. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { run } from './processes.ts';
import { packageName } from './stock/npm-versions.ts';
import type { Workspace } from './workspace.ts';

export interface NpmClient {
  /** Replaces the content of the package with random bytes. */
  readonly change: (version: string, size: number) => Promise<void>;
  /** Runs `npm publish` for the registry at the URL. */
  readonly publish: (url: string, token: string) => Promise<void>;
  /** Returns the body that `npm publish` sends to any registry. */
  readonly bodyOfPublish: () => Promise<Buffer>;
}

export async function createNpmClient(workspace: Workspace): Promise<NpmClient> {
  const folder = await workspace.newFolder('package');
  const home = await workspace.newFolder('npm');
  const userconfig = path.join(home, 'npmrc');
  const publish: NpmClient['publish'] = async (url, token) => {
    await writeFile(userconfig, `registry=${url}/\n${url.replace(/^http:/, '')}/:_authToken=${token}\n`);
    const cache = path.join(home, 'cache');
    const options = ['--userconfig', userconfig, '--cache', cache, '--no-update-notifier', '--loglevel=error'];
    await run('npm', ['publish', ...options], { cwd: folder });
  };
  return {
    publish,
    change: async (version, size) => {
      await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: packageName, version }));
      await writeFile(path.join(folder, 'data.bin'), randomBytes(size));
    },
    bodyOfPublish: async () => {
      await using recorder = await startRecorder();
      await publish(recorder.url, 'any');
      return await recorder.body;
    },
  };
}

/** A registry without packages that accepts one publication. */
async function startRecorder() {
  const recorded = Promise.withResolvers<Buffer>();
  const record = async (request: IncomingMessage): Promise<void> => recorded.resolve(await buffer(request));
  const server = createServer((request, response) => {
    if (request.method === 'PUT') void record(request).then(() => response.writeHead(201).end('{}'));
    else response.writeHead(404).end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // The address of a TCP server is an object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    body: recorded.promise,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

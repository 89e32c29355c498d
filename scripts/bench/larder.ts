/** Our own server as its operator starts it, and the few calls that set the stage. */
import path from 'node:path';
import { freePort } from './free-port.ts';
import { nodeCommand, startServer, type Command, type Server } from './processes.ts';
import type { EcosystemId } from '../../src/model/values.ts';
import type { Workspace } from './workspace.ts';

export interface LarderServer extends Server {
  readonly dataDir: string;
}

export const token = 'bench-token-with-all-scopes';
export const bearer = { Authorization: `Bearer ${token}` } as const;
export const organization = 'bench';

export interface LarderOptions {
  readonly dataDir: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startLarder(workspace: Workspace, options: LarderOptions): Promise<LarderServer> {
  const { dataDir, environment } = options;
  const port = await freePort();
  const settings = { LARDER_PORT: String(port), ...environment };
  const server = await startServer(workspace, larderCommand(workspace, { dataDir, environment: settings }));
  // It says its public URL, which may be another one.
  return { ...server, url: `http://127.0.0.1:${port}`, dataDir };
}

/** With a new data folder. */
export async function startNewLarder(workspace: Workspace): Promise<LarderServer> {
  return startLarder(workspace, { dataDir: await workspace.newFolder('data') });
}

export function larderCommand(workspace: Workspace, { dataDir, environment }: LarderOptions): Command {
  return {
    ...nodeCommand('scripts/start.js'),
    environment: {
      LARDER_DATA_DIR: dataDir,
      LARDER_ORGANIZATION: organization,
      LARDER_ADMIN_TOKEN: token,
      LARDER_LOG_LEVEL: 'error',
      // Filled by the first start of a run, and nobody else's.
      NODE_COMPILE_CACHE: path.join(workspace.folder, 'compile-cache'),
      ...environment,
    },
  };
}

export function registryPath(...segments: readonly string[]): string {
  return ['', 'v2', 'packages', 'organizations', organization, 'registries', ...segments].join('/');
}

/** Creates a registry whose slug is its name. */
export async function createRegistry(
  { url }: Server,
  name: string,
  ecosystem: EcosystemId,
  settings: { readonly public?: boolean } = {},
): Promise<void> {
  const response = await fetch(url + registryPath(), {
    method: 'POST',
    headers: { ...bearer, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, ecosystem, ...settings }),
  });
  if (!response.ok) throw new Error(`Registry ${name} could not be created: ${await response.text()}`);
}

/** Starts Larder as an operator does, and prepares registries and packages. */
import path from 'node:path';
import { nodeCommand, startServer, type Command, type Server } from './processes.ts';
import type { Deb } from './stock/debs.ts';
import { uploadForm, type Content } from './upload.ts';
import type { Workspace } from './workspace.ts';

export const bearer = { Authorization: 'Bearer bench-token-with-all-scopes' } as const;
export const organization = 'bench';

export function startLarder(
  workspace: Workspace,
  dataDir: string,
  environment?: Readonly<Record<string, string>>,
): Promise<Server> {
  return startServer(workspace, (port) => larderCommand(workspace, { LARDER_DATA_DIR: dataDir, ...environment }, port));
}

/** Starts a server with an empty data folder. */
export async function startNewLarder(workspace: Workspace): Promise<Server> {
  return startLarder(workspace, await workspace.newFolder('data'));
}

export function larderCommand(
  workspace: Workspace,
  environment: Readonly<Record<string, string>>,
  port: number,
): Command {
  return {
    ...nodeCommand('scripts/start.js'),
    environment: {
      LARDER_PORT: String(port),
      LARDER_ORGANIZATION: organization,
      LARDER_ADMIN_TOKEN: bearer.Authorization.slice('Bearer '.length),
      LARDER_LOG_LEVEL: 'error',
      // Filled by the first server of the bench.
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
  ecosystem: string,
  settings: { readonly public?: boolean } = {},
): Promise<void> {
  const response = await fetch(url + registryPath(), {
    method: 'POST',
    headers: { ...bearer, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, ecosystem, ...settings }),
  });
  if (!response.ok) throw new Error(`Registry ${name} could not be created: ${await response.text()}`);
}

/** Publishes a file. Rejects if the response is not 200. */
export async function publish({ url }: Server, registry: string, fileName: string, content: Content): Promise<void> {
  await uploadForm(url + registryPath(registry, 'packages'), bearer, fileName, content);
}

/** Publishes debs with several clients concurrently. */
export async function publishDebs(
  server: Server,
  registry: string,
  debs: readonly Deb[],
  clients: number,
): Promise<void> {
  const left = debs.values();
  const client = async (): Promise<void> => {
    for (const { fileName, bytes } of left)
      await publish(server, registry, fileName, { size: bytes.length, chunks: [bytes] });
  };
  await Promise.all(Array.from({ length: clients }, client));
}

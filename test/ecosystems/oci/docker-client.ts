/** Clients of an engine of docker. */
import path from 'node:path';
import { writeBuild } from './build-folder.ts';
import type { DockerEngine } from './docker-engine.ts';
import { openMachine, type Machine } from './machine.ts';

/** Opens a client without credentials, in a folder with a Dockerfile. */
export async function openDockerClient(
  { host }: DockerEngine,
  { buildKit = '0' }: { readonly buildKit?: '0' | '1' } = {},
): Promise<Machine> {
  const machine = await openMachine((folder) => ({
    DOCKER_HOST: host,
    DOCKER_CONFIG: path.join(folder, 'docker'),
    DOCKER_BUILDKIT: buildKit,
  }));
  await writeBuild(machine.folder);
  return machine;
}

export async function logIn(machine: Machine, host: string, token: string): Promise<void> {
  await machine.run('docker', 'login', '--username', 'any', '--password', token, host);
}

/** Builds an image that prints a text, pushes it, and deletes it from the engine. */
export async function push(machine: Machine, image: string, text: string): Promise<void> {
  await machine.run('docker', 'build', '--build-arg', `TEXT=${text}`, '-t', image, '.');
  await machine.run('docker', 'push', image);
  await machine.run('docker', 'rmi', image);
}

/** Runs an image, and returns its output. */
export async function runImage(machine: Machine, image: string): Promise<string> {
  return await machine.run('docker', 'run', '--rm', '--network', 'none', image);
}

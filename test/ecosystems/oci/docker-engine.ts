/** Engines of docker, each with a socket, images and a containerd of its own. They run as root only. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { present, run } from '../../clients/programs.ts';
import { eventually } from '../../fixtures/eventually.ts';

export interface EngineProgram {
  readonly title: string;
  /** The root of the system that has its programs; undefined if this machine lacks it. */
  readonly root: string | undefined;
  readonly driver: string;
  readonly settings: object;
}

export interface DockerEngine extends AsyncDisposable {
  /** The URL of its socket, for `DOCKER_HOST`. */
  readonly host: string;
  /** The socket of its containerd, for `ctr`. */
  readonly containerd: string;
  /** A folder that both have, for the output of containers. */
  readonly fifos: string;
}

/** The client of docker is that of the machine. */
const isPossible =
  present('docker', 'busybox', 'setpriv', 'unshare', 'chroot') &&
  spawnSync('unshare', ['--mount', 'true']).status === 0;

/** The engine of the machine (Debian 12 has 20.10), which stores images itself. */
export const machineEngine: EngineProgram = {
  title: 'docker',
  root: isPossible && present('dockerd', 'containerd', 'runc') ? '/' : undefined,
  driver: 'vfs',
  settings: {},
};

/** Docker 26 of Debian 13, whose images containerd stores. `.ci/run` extracts it into a folder. */
export const newerEngine: EngineProgram = {
  title: 'docker 26 with the image store of containerd',
  root: isPossible ? process.env['LARDER_TEST_DEBIAN_13'] : undefined,
  driver: 'native',
  settings: { features: { 'containerd-snapshotter': true } },
};

/** Called where the tests are described; returns a function that returns the engine while they run. */
export function useEngine(program: EngineProgram): () => DockerEngine {
  let engine: DockerEngine | undefined;
  beforeAll(async () => {
    engine = await startEngine(program);
  });
  afterAll(async () => engine?.[Symbol.asyncDispose]());
  return () => {
    if (!engine) throw new Error('The engine runs only while tests do.');
    return engine;
  };
}

/** Without a network for containers, whose rules would change the machine. */
const withoutNetwork = [
  '--bridge=none',
  '--iptables=false',
  '--ip6tables=false',
  '--ip-forward=false',
  '--ip-masq=false',
];

/**
 * Runs `dockerd` in the root `$0`, which runc needs as a mount, with the folder `$1`. Its mounts are in a namespace, which
 * ends with it; they hide the folders of the machine that it writes to. It ends with the process that started it.
 */
const start = `set -e
root=$0 folder=$1
shift
if [ "$root" = / ]; then
  mkdir -p /etc/docker
  for at in /run /etc/docker; do mount -t tmpfs tmpfs "$at"; done
else
  mkdir -p "$root/proc" "$root/sys" "$root/dev" "$root$folder"
  mount --bind "$root" "$root"
  for at in /proc /sys /dev "$folder"; do mount --rbind "$at" "$root$at"; done
fi
exec chroot "$root" dockerd "$@"`;

/** Resolves when the engine responds. Rejects with its log if it ends before. */
async function startEngine({ root = '/', driver, settings }: EngineProgram): Promise<DockerEngine> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-engine-'));
  const host = `unix://${folder}/docker.sock`;
  const state = path.join(folder, 'exec');
  // Instead of the machine's settings.
  const file = path.join(folder, 'daemon.json');
  await writeFile(file, JSON.stringify(settings));
  const folders = ['--data-root', path.join(folder, 'data'), '--exec-root', state];
  const files = ['--pidfile', path.join(folder, 'pid'), '--config-file', file, '-H', host];
  const parameters = [...withoutNetwork, `--storage-driver=${driver}`, ...folders, ...files];
  const isolated = ['--pdeathsig', 'TERM', 'unshare', '--mount', 'sh', '-c', start, root, folder, ...parameters];
  const child = spawn('setpriv', isolated, {
    env: { ...process.env, HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const closed = once(child, 'close');
  const dispose = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await closed;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const ready = eventually(async () => {
      const { ok } = await run('docker', ['--host', host, 'version'], { environment: { DOCKER_CONFIG: folder } });
      if (!ok) throw new Error(`dockerd does not respond: ${log}`);
    });
    const ended = closed.then(() => Promise.reject(new Error(`dockerd ended: ${log}`)));
    await Promise.race([ready, ended]);
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    host,
    containerd: path.join(state, 'containerd/containerd.sock'),
    fifos: path.join(folder, 'fifos'),
    [Symbol.asyncDispose]: dispose,
  };
}

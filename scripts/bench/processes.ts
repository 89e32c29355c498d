/** Starts the measured servers, each in a process of its own, and runs programs. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workspace } from './workspace.ts';

/** A running server. Disposing of it stops it with SIGTERM and waits, so that its files are complete. */
export interface Server extends AsyncDisposable {
  /** Its base URL. */
  readonly url: string;
  readonly pid: number;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const project = path.resolve(import.meta.dirname, '../..');

/** Starts a server on a free port and waits for its first response. */
export async function startServer(workspace: Workspace, commandFor: (port: number) => Command): Promise<Server> {
  const port = await freePort();
  const { program, arguments: args, environment } = commandFor(port);
  const child = spawn(program, args, {
    cwd: project,
    env: { PATH: process.env['PATH'], HOME: workspace.folder, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await once(child, 'spawn');
  workspace.children.add(child);
  const url = `http://127.0.0.1:${port}`;
  const end = performance.now() + 60_000;
  while (!(await responds(`${url}/healthz`))) {
    if (hasExited(child) || performance.now() > end) throw new Error(`${program} does not respond at ${url}.`);
    await sleep(5);
  }
  const stop = async (): Promise<void> => {
    const exited = hasExited(child) ? undefined : once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
    workspace.children.delete(child);
  };
  // A process that was spawned has an id.
  return { url, pid: child.pid ?? 0, [Symbol.asyncDispose]: stop };
}

/** Starts a server of `scripts/bench/servers`, which reads its port from `PORT`. */
export function startPeer(workspace: Workspace, file: string, ...args: readonly string[]): Promise<Server> {
  return startServer(workspace, (port) => ({
    ...nodeCommand(`scripts/bench/servers/${file}`, ...args),
    environment: { PORT: String(port) },
  }));
}

/** Returns a command that runs a script of the project with this version of Node. */
export function nodeCommand(script: string, ...args: readonly string[]): Command {
  return { program: process.execPath, arguments: [path.join(project, script), ...args] };
}

interface RunOptions {
  readonly cwd?: string;
  /** Replaces the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** The seconds after which the program gets SIGINT, upon which it must succeed. */
  readonly interruptAfter?: number;
}

/** Runs a program and returns its output. Rejects if it fails. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { interruptAfter, ...others } = options;
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { ...others, encoding: 'utf8' }, (error, stdout, stderr) => {
      clearTimeout(timer);
      if (error) reject(new Error(`${program} failed: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
    // The timeout of `execFile` would lose the output.
    const interrupt = (): void => void child.kill('SIGINT');
    const timer = interruptAfter === undefined ? undefined : setTimeout(interrupt, interruptAfter * 1000);
  });
}

async function responds(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    // No process listens on the port yet.
    return false;
  }
}

function hasExited({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function freePort(): Promise<number> {
  await using server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The address of a TCP server is an object.
  return (server.address() as AddressInfo).port;
}

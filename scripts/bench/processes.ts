/** Servers that are measured, each a process of its own. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { endGroup, type Workspace } from './workspace.ts';

export interface Server extends AsyncDisposable {
  /** Its base URL. */
  readonly url: string;
  readonly pid: number;
  /** Ends it in order, so that what it keeps is whole on disk. */
  stop(): Promise<void>;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export const project = path.resolve(import.meta.dirname, '../..');

/** A program of ours, run by this Node. `script` is relative to the project. */
export function nodeCommand(script: string, ...args: readonly string[]): Command {
  return { program: process.execPath, arguments: [path.join(project, script), ...args] };
}

/** Starts a server that writes where it is ready. Rejects with its last words when it ends before. */
export async function startServer(workspace: Workspace, command: Command): Promise<Server> {
  const child = start(workspace, command);
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (text: Buffer): void => {
      output += text.toString();
      const [, found] = /ready (?:at )?(https?:\S+)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    setTimeout(() => reject(new Error(`${command.program} is not ready yet:\n${output}`)), patience).unref();
    child.once('exit', () => reject(new Error(`${command.program} ended before it was ready:\n${output}`)));
  });
  return running(workspace, child, url);
}

/** In milliseconds. */
const patience = 60_000;

/** A process that says nothing of its readiness. */
export function running(workspace: Workspace, child: ChildProcess, url: string): Server {
  const pid = pidOf(child);
  const stop = async (): Promise<void> => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGTERM');
    await ended;
    endGroup(pid);
    workspace.forget(pid);
  };
  return { url, pid, stop, [Symbol.asyncDispose]: stop };
}

/** Starts a process that ends with the workspace at the latest. */
export function start(workspace: Workspace, command: Command): ChildProcess {
  const child = spawn(command.program, command.arguments, {
    cwd: project,
    // A group of its own, so that all that it starts can be ended with it.
    detached: true,
    env: { PATH: process.env['PATH'], HOME: workspace.folder, NODE_ENV: 'production', ...command.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) workspace.adopt(child.pid);
  return child;
}

/** Runs a program to its end and answers what it wrote. Rejects when it fails. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...options, maxBuffer: 1024 ** 3 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} failed: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
}

/** Runs a program that reports when it is interrupted, and interrupts it after some seconds. */
export async function interrupted(
  workspace: Workspace,
  program: string,
  args: readonly string[],
  seconds: number,
): Promise<string> {
  const child = start(workspace, { program, arguments: args });
  let output = '';
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
  const timer = setTimeout(() => child.kill('SIGINT'), seconds * 1000);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  workspace.forget(pidOf(child));
  if (code !== 0) throw new Error(`${program} failed:\n${output}`);
  return output;
}

export function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The process could not be started.');
  return pid;
}

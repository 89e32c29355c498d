/** The command `larder` as people run it: in a process of its own, with only the environment of the test. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { ownCompileCache } from '../../src/cli/compile-cache.js';

export const script = path.resolve(import.meta.dirname, '../../src/cli/larder.js');

export interface RunOptions {
  /** Where it runs, and where it looks for a login. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** All of its standard input. */
  readonly input?: string;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  /** Resolves once its standard output has this in it. */
  said(pattern: RegExp): Promise<string>;
  readonly ended: Promise<Ran>;
}

/** Runs to its end. */
export async function larder(parameters: readonly string[], options: RunOptions): Promise<Ran> {
  const running = startLarder(parameters, options);
  running.process.stdin?.end(options.input ?? '');
  return await running.ended;
}

export function startLarder(parameters: readonly string[], options: RunOptions): Running {
  return startProgram(process.execPath, [script, ...parameters], options);
}

/** Under a pseudo-terminal, which `script` of util-linux provides; all that is written comes as standard output. */
export function startOnTerminal(parameters: readonly string[], options: RunOptions): Running {
  const words = [process.execPath, script, ...parameters].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  return startProgram('script', ['-qec', words.join(' '), '/dev/null'], options);
}

export function startProgram(
  program: string,
  parameters: readonly string[],
  { folder, environment }: Omit<RunOptions, 'input'>,
): Running {
  const child = spawn(program, parameters, { cwd: folder, env: { ...surroundings(folder), ...environment } });
  const said = { stdout: '', stderr: '' };
  const changed = new Set<() => void>();
  for (const way of ['stdout', 'stderr'] as const) {
    child[way].setEncoding('utf8').on('data', (text: string) => {
      said[way] += text;
      for (const look of changed) look();
    });
  }
  // A program may end without reading.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ code, ...said }));
  });
  return {
    process: child,
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(said.stdout)) resolve(said.stdout);
        };
        changed.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without ${String(pattern)}: ${said.stdout}${said.stderr}`)));
      }),
  };
}

function surroundings(folder: string): Record<string, string> {
  const own = { HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'config') };
  return { PATH: process.env['PATH'] ?? '', ...own, ...compileCache, TERM: 'xterm' };
}

/** Compiled code is shared by all tests, and not a part of what a command leaves in its folder. */
const cacheFolder = process.env['NODE_COMPILE_CACHE'] ?? ownCompileCache();
const compileCache: Readonly<Record<string, string>> =
  cacheFolder === undefined ? { NODE_DISABLE_COMPILE_CACHE: '1' } : { NODE_COMPILE_CACHE: cacheFolder };

/** What makes `larder` talk to a server. */
export function connectionTo({ url, token }: { readonly url: string; readonly token: string }): Record<string, string> {
  return { LARDER_URL: url, LARDER_TOKEN: token };
}

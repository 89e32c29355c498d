/** pip of the installed Python, without the configuration of the user. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { present, run, type Ran } from './programs.ts';

export interface Pip {
  /** Installs, into a folder that is new for each test, from the index at this URL. */
  install(index: string, ...parameters: readonly string[]): Promise<Ran>;
  /** Saves distributions in the folder. */
  download(index: string, ...parameters: readonly string[]): Promise<Ran>;
  /** What there is of a project. */
  versions(index: string, project: string): Promise<Ran>;
  /** The files in the folder, without folders. */
  files(): Promise<string[]>;
  read(name: string): Promise<string>;
  /** Writes a file beside them. */
  write(name: string, content: string): Promise<void>;
}

export function hasPip(): boolean {
  return present('python3') && succeeds('-m', 'pip', '--version');
}

/**
 * Called where the tests are described; returns a function that returns pip with the folder of a test. `environment` is
 * added to the variables of this process.
 */
export function usePip(environment: Readonly<Record<string, string>> = {}): () => Pip {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'larder-pip-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => pipIn(folder, environment);
}

/** pip that works in a folder. `more` is set over the variables of this process. */
export function pipIn(folder: string, more: Readonly<Record<string, string>> = {}): Pip {
  const pip = (command: readonly string[], index: string, parameters: readonly string[]): Promise<Ran> => {
    const all = ['-m', 'pip', ...QUIET, ...command, '--no-cache-dir', '--index-url', index, ...parameters];
    return run(python(), all, { folder, environment: { ...unconfigured(), ...more } });
  };
  return {
    install: (index, ...parameters) => pip(['install', ...BY_ITSELF, '--target', folder], index, parameters),
    download: (index, ...parameters) => pip(['download', '--dest', folder], index, parameters),
    versions: (index, project) => pip(['index', 'versions'], index, [project]),
    files: async () => {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    },
    read: (name) => readFile(path.join(folder, name), 'utf8'),
    write: (name, content) => writeFile(path.join(folder, name), content),
  };
}

/** The interpreter itself: a shim of pyenv, in its place, fails if two of them install something concurrently. */
function python(): string {
  interpreter ??= execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
  return interpreter;
}

let interpreter: string | undefined;

/** Without a look at all that the machine has installed beside it, which takes half of the time. */
const BY_ITSELF = ['--no-compile', '--no-warn-conflicts'];

const QUIET = ['--isolated', '--no-input', '--disable-pip-version-check'];

/** Without the variables and the files that pip would take options from. */
export function unconfigured(): Record<string, string> {
  const names = Object.keys(process.env).filter((name) => name.startsWith('PIP_'));
  return { ...Object.fromEntries(names.map((name) => [name, ''])), PIP_CONFIG_FILE: os.devNull };
}

function succeeds(...parameters: readonly string[]): boolean {
  try {
    execFileSync('python3', parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A machine with one client, one project and nothing else: no configuration, no cache and no credentials. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { unconfigured } from '../npm.ts';
import { run, type Ran } from '../programs.ts';
import { TOKEN_VARIABLE, type Files, type JavascriptClient, type Line, type Settings } from './client.ts';

export interface Machine {
  readonly client: JavascriptClient;
  /** The folder of the project. */
  readonly project: string;
  /** The variables of its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Writes files into the project, or into a folder of it. */
  write(files: Files, folder?: string): Promise<void>;
  /** Returns the text of a file in the project. */
  read(file: string): Promise<string>;
  /** Runs lines in the project or in a folder of it. Returns the output. Throws if one fails. */
  run(lines: readonly Line[], folder?: string): Promise<string>;
  /** Runs a line that may fail. */
  attempt(line: Line, folder?: string): Promise<Ran>;
  /** Returns what a module of an installed package exports. */
  load(name: string): Promise<unknown>;
  /** Removes everything that was installed or cached. */
  forget(): Promise<void>;
}

export interface MachineOptions {
  readonly settings: Settings;
  /** The value of the variable that the configuration names; undefined if there is none. */
  readonly token?: string | undefined;
}

/** Creates a machine with an empty project. It is removed when the test has finished. */
export async function openMachine(client: JavascriptClient, { settings, token }: MachineOptions): Promise<Machine> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-javascript-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const home = path.join(folder, 'home');
  const project = path.join(folder, 'project');
  const environment = {
    ...unconfigured(),
    HOME: home,
    ...Object.fromEntries(
      ['CACHE', 'CONFIG', 'DATA', 'STATE'].map((kind) => [`XDG_${kind}_HOME`, path.join(home, kind.toLowerCase())]),
    ),
    // Some clients do not change lockfiles in CI.
    CI: 'false',
    ...client.environment,
    ...(token !== undefined && { [TOKEN_VARIABLE]: token }),
  };
  const [program, ...first] = client.command;
  const attempt: Machine['attempt'] = (line, at = '') =>
    run(program, [...first, ...line], { folder: path.join(project, at), environment });
  await writeFiles(home, client.settings(settings));
  await writeFiles(project, { 'package.json': { name: 'project', version: '1.0.0', private: true } });
  return {
    client,
    project,
    environment,
    write: (files, at = '') => writeFiles(path.join(project, at), files),
    read: (file) => readFile(path.join(project, file), 'utf8'),
    run: async (lines, at) => {
      let written = '';
      for (const line of lines) {
        const { ok, output } = await attempt(line, at);
        if (!ok) throw new Error(`${client.name}: ${line.join(' ')}\n${output}`);
        written += output;
      }
      return written;
    },
    attempt,
    load: async (name) => {
      const script = `process.stdout.write(JSON.stringify(require(${JSON.stringify(name)})))`;
      const { ok, stdout, output } = await run(process.execPath, ['--eval', script], { folder: project });
      if (!ok) throw new Error(output);
      return JSON.parse(stdout) as unknown;
    },
    forget: async () => {
      await rm(home, { recursive: true, force: true });
      await rm(path.join(project, 'node_modules'), { recursive: true, force: true });
      await writeFiles(home, client.settings(settings));
    },
  };
}

/** Other objects are written as JSON, which is YAML, too. */
async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(path.join(folder, name), isRaw ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}

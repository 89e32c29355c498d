/** npm of the installed Node.js, without the configuration and the cache of the user. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run, type Ran } from './programs.ts';

export interface NpmMachine {
  /** The folder of the project, which has a package.json. */
  readonly project: string;
  /** Runs npm in the project. Never rejects. */
  npm(...parameters: readonly string[]): Promise<Ran>;
  /** Returns the text of a file in the project. */
  read(name: string): Promise<string>;
}

export interface NpmRegistry {
  /** The URL of `registry` in `.npmrc`, with a slash at its end. */
  readonly registry: string;
  readonly token?: string | undefined;
}

/** Creates a machine in a folder. `program` is the npm to run. */
export async function npmIn(folder: string, { registry, token }: NpmRegistry, program = 'npm'): Promise<NpmMachine> {
  const project = path.join(folder, 'project');
  await mkdir(project);
  await writeFile(
    path.join(project, 'package.json'),
    JSON.stringify({ name: 'project', version: '1.0.0', private: true }),
  );
  await writeFile(path.join(project, '.npmrc'), npmrc(registry, token));
  const environment = {
    ...unconfigured(),
    HOME: folder,
    npm_config_cache: path.join(folder, 'cache'),
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    npm_config_loglevel: 'error',
    ...(token !== undefined && { LARDER_TEST_TOKEN: token }),
  };
  return {
    project,
    npm: (...parameters) => run(program, parameters, { folder: project, environment }),
    read: (name) => readFile(path.join(project, name), 'utf8'),
  };
}

/** The token is not in the file, but in the environment. */
function npmrc(registry: string, token: string | undefined): string {
  const lines = [`registry=${registry}`];
  if (token !== undefined) lines.push(`${registry.replace(/^https?:/, '')}:_authToken=\${LARDER_TEST_TOKEN}`);
  return `${lines.join('\n')}\n`;
}

/** Without the settings that the npm which runs the tests passes on. */
export function unconfigured(): Record<string, string> {
  const names = Object.keys(process.env).filter((name) => name.toLowerCase().startsWith('npm_'));
  return Object.fromEntries(names.map((name) => [name, '']));
}

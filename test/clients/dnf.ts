/** dnf on a machine of its own: an empty folder that is its root. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { present, run, type Ran } from './programs.ts';

export const hasDnf = present('dnf', 'rpm', 'curl');

export interface Dnf extends AsyncDisposable {
  readonly root: string;
  /** The program, and the options that keep it in its root. Its home must be `/`. */
  readonly command: readonly string[];
  /** Writes a file below the root. */
  write(file: string, text: string): Promise<void>;
  /** Runs dnf, which agrees to every question. */
  run(...parameters: readonly string[]): Promise<Ran>;
  /** Returns `[epoch:]version-release` of an installed package; '' if it is not installed. */
  installed(name: string): Promise<string>;
  /** Returns the versions of a package that the registry offers. */
  versions(name: string): Promise<readonly string[]>;
}

export async function createDnf(): Promise<Dnf> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'larder-dnf-'));
  const options = [
    `--installroot=${root}`,
    `--config=${root}/etc/dnf.conf`,
    `--setopt=reposdir=${root}/etc/yum.repos.d`,
    `--setopt=cachedir=${root}/var/cache/dnf`,
    `--setopt=logdir=${root}/var/log`,
    `--setopt=persistdir=${root}/var/lib/dnf`,
    '--setopt=varsdir=/nowhere',
    '--setopt=pluginpath=/nowhere',
    '--releasever=1',
    '--forcearch=x86_64',
    '--assumeyes',
    // The lists change between two commands of a test, within a second.
    '--refresh',
  ];
  // dnf ends without a message if the folder of its log is missing.
  for (const folder of ['etc/yum.repos.d', 'var/log']) await mkdir(path.join(root, folder), { recursive: true });
  await writeFile(path.join(root, 'etc/dnf.conf'), '[main]\n');
  // Debian's rpm has its database in the user's home, below the root.
  const environment = { environment: { HOME: '/' } };
  const runDnf = (...parameters: readonly string[]): Promise<Ran> =>
    run('dnf', [...options, ...parameters], environment);
  const query = async (...parameters: readonly string[]): Promise<string> =>
    (await run('rpm', ['--root', root, ...parameters], environment)).stdout.trim();
  return {
    root,
    command: ['dnf', ...options],
    run: runDnf,
    write: (file, text) => writeFile(path.join(root, file), text, { mode: 0o600 }),
    installed: async (name) => {
      const text = await query('-q', '--queryformat', '%{EVR}', name);
      return text.includes('not installed') ? '' : text;
    },
    versions: async (name) => {
      const { stdout, ok, output } = await runDnf('--quiet', 'repoquery', '--queryformat', 'EVR %{evr}', name);
      if (!ok) throw new Error(output);
      return [...stdout.matchAll(/^EVR (?:0:)?(.+)$/gm)].map(([, evr = '']) => evr);
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** zypper on a machine of its own: an empty folder that is its root. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { present, run, type Ran } from './programs.ts';

export const hasZypper = present('zypper', 'rpm');

export interface Zypper extends AsyncDisposable {
  readonly root: string;
  /** The program, and the options that keep it in its root. Its home must be `/`. */
  readonly command: readonly string[];
  /** Writes a file below the root. */
  write(file: string, text: string): Promise<void>;
  /** Runs zypper, which agrees to every question, and imports keys. */
  run(...parameters: readonly string[]): Promise<Ran>;
  /** Returns `version-release` of an installed package; '' if it is not installed. */
  installed(name: string): Promise<string>;
}

export async function createZypper(): Promise<Zypper> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'larder-zypper-'));
  for (const folder of ['etc/zypp/repos.d', 'etc/zypp/credentials.d'])
    await mkdir(path.join(root, folder), { recursive: true });
  // Debian's rpm has its database in the user's home, below the root.
  const environment = { environment: { HOME: '/' } };
  const options = ['--root', root, '--non-interactive', '--gpg-auto-import-keys'];
  return {
    root,
    command: ['zypper', ...options],
    write: (file, text) => writeFile(path.join(root, file), text, { mode: 0o600 }),
    run: (...parameters) => run('zypper', [...options, ...parameters], environment),
    installed: async (name) => {
      const { ok, stdout } = await run('rpm', ['--root', root, '-q', '--queryformat', '%{EVR}', name], environment);
      return ok ? stdout.trim() : '';
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** Schemathesis, installed from the Python package index once for each user, into a folder of the user's cache. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const version = '4.32.5';

const run = promisify(execFile);

export interface Tool {
  readonly command: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Rejects if Python 3.10 or its pip is missing. */
export async function installSchemathesis(): Promise<Tool> {
  const caches = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'larder');
  const folder = path.join(caches, `schemathesis-${version}`);
  if (!existsSync(folder)) {
    console.log(`Installing Schemathesis ${version} into ${folder} …`);
    await mkdir(caches, { recursive: true });
    const staging = await mkdtemp(path.join(caches, '.schemathesis-'));
    const requirements = path.join(import.meta.dirname, 'requirements.txt');
    // Needs neither a virtual environment nor the right to change the system's Python.
    const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--target', staging];
    await run('python3', ['-m', 'pip', 'install', ...options, '--requirement', requirements]);
    await rename(staging, folder);
  }
  return { command: path.join(folder, 'bin', 'st'), environment: { PYTHONPATH: folder } };
}

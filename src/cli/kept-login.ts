/** The saved login: a file in the user's configuration folder that only the user can read. */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CommandError } from './command-error.ts';

export interface KeptLogin {
  /** The server's base URL, without a slash at its end. */
  readonly url: string;
  readonly token: string;
  readonly organization?: string | undefined;
}

export function keptLoginFile(): string {
  return path.join(configurationFolder(), 'larder', 'login.json');
}

/** Returns undefined if there is no saved login. */
export async function readKeptLogin(): Promise<KeptLogin | undefined> {
  const file = keptLoginFile();
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const { url, token, organization }: Partial<Record<string, unknown>> = JSON.parse(text);
    if (typeof url !== 'string' || typeof token !== 'string') throw new SyntaxError('Address or token is missing.');
    return { url, token, organization: typeof organization === 'string' ? organization : undefined };
  } catch (cause) {
    throw new CommandError('failed', `${file} is not a valid login file.\nLog in again: larder login`, { cause });
  }
}

/** Replaces the file atomically. */
export async function keepLogin(login: KeptLogin): Promise<void> {
  const file = keptLoginFile();
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(login, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Returns whether there was a saved login. */
export async function forgetLogin(): Promise<boolean> {
  return await rm(keptLoginFile()).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );
}

/** XDG Base Directory Specification, section 3, and its equivalents on other systems. */
function configurationFolder(): string {
  const { XDG_CONFIG_HOME: xdg, APPDATA: appData } = process.env;
  // The specification requires that relative paths are ignored.
  if (xdg !== undefined && path.isAbsolute(xdg)) return xdg;
  switch (process.platform) {
    case 'win32':
      return appData ?? path.join(os.homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return path.join(os.homedir(), 'Library', 'Application Support');
    default:
      return path.join(os.homedir(), '.config');
  }
}

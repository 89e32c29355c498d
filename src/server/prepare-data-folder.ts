import { access, constants, mkdir, stat } from 'node:fs/promises';
import { UnusableSettings } from './settings.ts';

/**
 * Creates the data folder if it is missing. Throws `UnusableSettings` if it cannot be used, or if other users may write
 * to it: they could replace the database, regardless of the mode of its file.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const right = 'a writable folder (it is created if missing)';
    throw new UnusableSettings(`LARDER_DATA_DIR is ${JSON.stringify(folder)}; it must be ${right}.`, { cause });
  }
  const { mode } = await stat(folder);
  // Windows has access lists instead of modes.
  if (process.platform === 'win32' || (mode & writableByOthers) === 0) return;
  const shown = (mode & 0o7777).toString(8).padStart(4, '0');
  throw new UnusableSettings(
    `LARDER_DATA_DIR is ${JSON.stringify(folder)}, which other users may write to (its mode is ${shown}). ` +
      `Run \`chmod go-w ${shellWord(folder)}\`, or set LARDER_DATA_DIR to another folder.`,
  );
}

const writableByOthers = 0o022;

/** Quotes a path for a shell, unless all its characters are plain. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", () => `'\\''`)}'`;
}

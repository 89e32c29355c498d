/** Writes a secret to a file that only its owner can read, because terminals keep their output. */
import { open, rm } from 'node:fs/promises';
import { CommandError } from './command-error.ts';

interface WithSecret {
  readonly token: string;
}

/**
 * Calls `make`, writes the secret of its result to a new file, and returns the result. The file is created first,
 * because the secret would be lost if that failed afterwards. Throws `CommandError` if the file exists. Removes the
 * file if `make` rejects.
 */
export async function secretToFile<Made extends WithSecret>(file: string, make: () => Promise<Made>): Promise<Made> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new CommandError('exists', `${file} already exists.\nSpecify another name with --output.`);
  });
  try {
    const made = await make();
    await handle.writeFile(`${made.token}\n`);
    await handle.sync();
    return made;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

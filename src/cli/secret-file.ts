/** A secret in a file that only its owner can read, in place of a terminal that keeps what it shows. */
import { open, rm } from 'node:fs/promises';
import { CommandError } from './command-error.ts';

interface WithSecret {
  readonly token: string;
}

/**
 * Returns what `make` returns, and writes its secret to a new file. The file is created first: a secret is shown once, and
 * would be lost without one. Throws `CommandError` if the file exists. Removes the file if there is no secret after all.
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

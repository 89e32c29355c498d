/** Finds the programs of the peers. */
import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/** Servers are installed in folders that are not in the PATH of all users. */
const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];

/** Returns the path of a program, or undefined if it is not installed. An absolute path is returned if it exists. */
export async function findProgram(program: string): Promise<string | undefined> {
  for (const folder of folders) {
    const file = path.resolve(folder, program);
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return undefined;
}

export async function missingPrograms(programs: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(programs.map(findProgram));
  return programs.filter((_, at) => found[at] === undefined);
}

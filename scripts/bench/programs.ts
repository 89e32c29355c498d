/** The programs that are compared with, if this machine has them. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Program } from './row.ts';

/** Some keep their servers where only root looks by itself. */
const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];

/** Undefined when it is not installed. */
export async function findProgram(program: Program): Promise<string | undefined> {
  for (const folder of folders) {
    const file = path.join(folder, program);
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return undefined;
}

export async function missingPrograms(programs: readonly Program[]): Promise<Program[]> {
  const found = await Promise.all(programs.map(findProgram));
  return programs.filter((_, at) => found[at] === undefined);
}

/** Finds `pg_dump` and `pg_restore` of a suitable version, on PATH and in the folders of distributions. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export type ProgramName = 'pg_dump' | 'pg_restore';

export interface PostgresProgram {
  readonly file: string;
  /** The major version. */
  readonly version: number;
}

/** There is no suitable program. The message has the package to install. */
export class ProgramMissing extends Error {
  override readonly name = 'ProgramMissing';
}

/**
 * Returns the oldest suitable program, because a newer `pg_restore` sets parameters that an older server rejects.
 * Throws `ProgramMissing`.
 */
export async function findProgram(name: ProgramName, version: number): Promise<PostgresProgram> {
  const found = await programsNamed(name);
  const fitting = found.filter((program) => program.version >= version).toSorted((a, b) => a.version - b.version)[0];
  if (fitting) return fitting;
  const seen = found.map(({ file, version: other }) => `${file} is version ${other}`).join(', ');
  throw new ProgramMissing(
    `PostgreSQL ${version} needs ${name} of version ${version} or newer, and ` +
      `${seen === '' ? 'none was found' : `${seen}, which is older`} (searched on PATH and in ${installed.map(({ shown }) => shown).join(' and ')}).\n` +
      `Install it (Debian and Ubuntu: apt-get install postgresql-client-${version}, others: the client programs of PostgreSQL ${version}), or add its folder to PATH.`,
  );
}

/** The folders of Debian, Red Hat and their derivatives. */
const installed = [
  { folder: '/usr/lib/postgresql', below: 'bin', version: /^\d+$/, shown: '/usr/lib/postgresql/*/bin' },
  { folder: '/usr', below: 'bin', version: /^pgsql-\d+$/, shown: '/usr/pgsql-*/bin' },
] as const;

async function programsNamed(name: ProgramName): Promise<PostgresProgram[]> {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const folders = new Set([...(await installedFolders()), ...onPath]);
  const programs = await Promise.all([...folders].map((folder) => programAt(path.join(folder, name))));
  return programs.filter((program) => program !== undefined);
}

async function installedFolders(): Promise<string[]> {
  const folders = await Promise.all(
    installed.map(async ({ folder, below, version }) => {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => version.test(name)).map((name) => path.join(folder, name, below));
    }),
  );
  return folders.flat();
}

/** Returns undefined if the program does not exist or does not print its version. */
async function programAt(file: string): Promise<PostgresProgram | undefined> {
  try {
    const { stdout } = await promisify(execFile)(file, ['--version'], { timeout: 10_000 });
    const [, major] = /\(PostgreSQL\) (\d+)/.exec(stdout) ?? [];
    return major === undefined ? undefined : { file, version: Number(major) };
  } catch {
    return undefined;
  }
}

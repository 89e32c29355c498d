/** Finds `pg_dump` and `pg_restore` of a version that fits, on PATH and where distributions install all versions. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export type ProgramName = 'pg_dump' | 'pg_restore';

export interface PostgresProgram {
  readonly file: string;
  /** Major version. */
  readonly version: number;
}

/** No program fits; the message says what to install. */
export class ProgramMissing extends Error {
  override readonly name = 'ProgramMissing';
}

/**
 * Returns the oldest program that is not older than `version`: a newer `pg_restore` sets parameters that an older server
 * rejects. Throws `ProgramMissing`.
 */
export async function findProgram(name: ProgramName, version: number): Promise<PostgresProgram> {
  const found = await programsNamed(name);
  const fitting = found.filter((program) => program.version >= version).toSorted((a, b) => a.version - b.version)[0];
  if (fitting) return fitting;
  const seen = found.map(({ file, version: other }) => `${file} is version ${other}`).join(', ');
  throw new ProgramMissing(
    `PostgreSQL ${version} needs ${name} of version ${version} or newer, and ` +
      `${seen === '' ? 'none was found' : `${seen}, which is older`} (looked for on PATH and in ${installed.map(({ shown }) => shown).join(' and ')}).\n` +
      `Install it (Debian and Ubuntu: apt-get install postgresql-client-${version}, others: the client programs of PostgreSQL ${version}), or add its folder to PATH.`,
  );
}

/** Debian and its like; Red Hat and its like. */
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

/** Undefined if there is no such program, or it does not say its version. */
async function programAt(file: string): Promise<PostgresProgram | undefined> {
  try {
    const { stdout } = await promisify(execFile)(file, ['--version'], { timeout: 10_000 });
    const [, major] = /\(PostgreSQL\) (\d+)/.exec(stdout) ?? [];
    return major === undefined ? undefined : { file, version: Number(major) };
  } catch {
    return undefined;
  }
}

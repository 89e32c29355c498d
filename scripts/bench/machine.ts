/** What a figure depends on: the machine and the versions, but not whose machine it is. */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { findProgram } from './programs.ts';
import type { Program } from './row.ts';

export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  /** In GiB. */
  readonly ram: number;
  readonly system: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Processes that wanted a core in the last minute, before anything was measured. */
  readonly loadBefore: number;
}

export async function describeMachine(): Promise<Machine> {
  const cpus = os.cpus();
  return {
    cores: cpus.length,
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    ram: Math.round(os.totalmem() / 1024 ** 3),
    system: `${os.type()} ${/^[\d.]*/.exec(os.release())?.[0]} ${os.arch()}`,
    versions: {
      node: process.versions.node,
      sqlite: process.versions['sqlite'] ?? 'unknown',
      openssl: process.versions.openssl,
      ...Object.fromEntries(await Promise.all(versionArguments.map(versionOf))),
    },
    loadBefore: os.loadavg()[0] ?? 0,
  };
}

const versionArguments: readonly (readonly [Program, string])[] = [
  ['wrk', '-v'],
  ['nginx', '-v'],
  ['reprepro', '--version'],
  ['apt-ftparchive', '--version'],
  ['npm', '--version'],
];

async function versionOf([program, argument]: readonly [Program, string]): Promise<readonly [string, string]> {
  const file = await findProgram(program);
  if (file === undefined) return [program, 'not installed'];
  const { stdout, stderr } = spawnSync(file, [argument], { encoding: 'utf8' });
  return [program, /\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'unknown'];
}

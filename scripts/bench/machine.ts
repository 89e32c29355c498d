/** Describes the machine and the versions on which the figures depend. */
import os from 'node:os';
import { run } from './processes.ts';
import { findProgram } from './programs.ts';

export interface Machine {
  /** The cores, the memory and the system. */
  readonly hardware: string;
  readonly versions: Readonly<Record<string, string>>;
  /** The load average of the minute before the bench. */
  readonly loadBefore: number;
}

export async function describeMachine(): Promise<Machine> {
  const cpus = os.cpus();
  const memory = `${Math.round(os.totalmem() / 1024 ** 3)} GiB`;
  const programs = await Promise.all(['wrk', 'nginx', 'docker-registry', 'reprepro', 'apt-ftparchive'].map(versionOf));
  const { node, sqlite = 'unknown', openssl } = process.versions;
  return {
    hardware: `${cpus.length} cores of ${cpus[0]?.model.trim()}, ${memory}, ${os.type()} ${os.release().replace(/[^\d.].*/, '')} ${os.arch()}`,
    versions: { node, sqlite, openssl, ...Object.fromEntries(programs) },
    loadBefore: os.loadavg()[0] ?? 0,
  };
}

async function versionOf(program: string): Promise<readonly [string, string]> {
  const file = await findProgram(program);
  if (file === undefined) return [program, 'not installed'];
  // wrk and nginx only have -v, with which wrk fails.
  const output = await run('sh', ['-c', '"$0" --version 2>&1 || "$0" -v 2>&1 || true', file]);
  return [program, /\d+(?:\.\d+)+/.exec(output)?.[0] ?? 'unknown'];
}

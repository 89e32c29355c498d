/** The record of a test run: the reached cells, and the responses that are not in the contract. */
import { appendFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** The folder of the last complete run. */
export const recordFolder = path.resolve(import.meta.dirname, '../../coverage/contract');

/** The environment variable that names the folder to the processes of tests. */
export const recordVariable = 'LARDER_CONTRACT_RECORD';

export interface ContractRecord {
  readonly reached: ReadonlySet<string>;
  readonly violations: readonly string[];
}

export async function clearRecord(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** Each process has files of its own. */
export function addToRecord(folder: string, kind: keyof ContractRecord, lines: readonly string[]): void {
  if (lines.length > 0) appendFileSync(path.join(folder, `${kind}-${process.pid}.txt`), `${lines.join('\n')}\n`);
}

/** Undefined when no run has left one. */
export async function readRecord(folder: string): Promise<ContractRecord | undefined> {
  const files = await readdir(folder).catch(() => []);
  if (files.length === 0) return undefined;
  const linesOf = async (kind: keyof ContractRecord): Promise<string[]> => {
    const own = files.filter((file) => file.startsWith(`${kind}-`));
    const texts = await Promise.all(own.map((file) => readFile(path.join(folder, file), 'utf8')));
    return texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  };
  return { reached: new Set(await linesOf('reached')), violations: await linesOf('violations') };
}

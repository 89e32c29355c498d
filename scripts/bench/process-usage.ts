/** What a process uses, as the system tells it in /proc (proc(5)); where there is none, nothing is told. */
import { readFile, writeFile } from 'node:fs/promises';

/** In clock ticks, of which Linux shows 100 a second to programs. */
const ticksPerSecond = 100;

/** Seconds of processor time so far, of all threads, in and out of the kernel. */
export async function cpuTime(pid: number): Promise<number | undefined> {
  const text = await read(`/proc/${pid}/stat`);
  // The name, in brackets, may hold anything; utime and stime are the 12th and 13th field after it.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

export interface Memory {
  /** In bytes: what is resident now, and the most since the last `forgetPeak`. */
  readonly now: number;
  readonly peak: number;
}

export async function memory(pid: number): Promise<Memory | undefined> {
  const text = await read(`/proc/${pid}/status`);
  if (text === undefined) return undefined;
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1]) * 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

/** From here on, the peak is that of what follows. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
}

async function read(file: string): Promise<string | undefined> {
  return process.platform === 'linux' ? await readFile(file, 'utf8') : undefined;
}

/** Reads the processor time and the memory of a process from /proc (proc(5)). */
import { readFile, writeFile } from 'node:fs/promises';

/** Linux reports times to programs in ticks of 10 ms. */
const ticksPerSecond = 100;

/** Returns the result of `work`, and the seconds of processor time that the process used; undefined without /proc. */
export async function withCpu<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly cpu: number | undefined }> {
  const before = await cpuTime(pid);
  const result = await work();
  const after = await cpuTime(pid);
  return { result, cpu: before === undefined || after === undefined ? undefined : after - before };
}

async function cpuTime(pid: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may contain anything; utime and stime are the 12th and 13th field after it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Returns how many bytes the resident memory grew during `work`, from its start to its peak. */
export async function memoryGrowth(pid: number, work: () => Promise<void>): Promise<number> {
  const before = await residentMemory(pid, 'VmRSS');
  // 5 resets the peak.
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  await work();
  return (await residentMemory(pid, 'VmHWM')) - before;
}

async function residentMemory(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
}

/** Load by wrk: as many requests as a server answers in a time, and what each cost it. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cpuTime } from './process-usage.ts';
import { interrupted } from './processes.ts';
import type { Sample } from './rounds.ts';
import type { Workspace } from './workspace.ts';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Kept alive. */
  readonly connections: number;
  readonly seconds: number;
  /** The process that answers. */
  readonly pid: number;
  /**
   * What is counted; requests when absent. Large answers are cut off at the end, so that bytes are the better count.
   */
  readonly counted?: 'requests' | 'MiB';
}

/** Throws when one of the answers was an error: what fails is quick. */
export async function load(workspace: Workspace, options: Load): Promise<Sample> {
  const { url, headers, connections, seconds, pid, counted = 'requests' } = options;
  const script = path.join(workspace.folder, 'report.lua');
  await writeFile(script, reportInJson);
  const head = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const before = await cpuTime(pid);
  // wrk itself takes whole seconds only; interrupted, it reports what it has.
  const args = ['-t1', `-c${connections}`, '-d1h', '--timeout', '30s', ...head, '-s', script, url];
  const output = await interrupted(workspace, 'wrk', args, seconds);
  const after = await cpuTime(pid);
  const result = JSON.parse(/^report (.*)$/m.exec(output)?.[1] ?? '{}') as Result;
  if (result.errors > 0 || !(result.bytes > 0)) {
    throw new Error(`${result.errors} of ${result.requests} requests to ${url} failed:\n${output}`);
  }
  const amount = counted === 'MiB' ? result.bytes / 1024 ** 2 : result.requests;
  return {
    value: amount / (result.microseconds / 1e6),
    ...(before !== undefined && after !== undefined && { cpu: (after - before) / amount }),
  };
}

interface Result {
  readonly requests: number;
  readonly bytes: number;
  readonly microseconds: number;
  readonly errors: number;
}

const reportInJson = `
done = function(summary)
  local e = summary.errors
  io.write(string.format('report {"requests": %d, "bytes": %d, "microseconds": %d, "errors": %d}\\n',
    summary.requests, summary.bytes, summary.duration, e.connect + e.read + e.write + e.status + e.timeout))
end
`;

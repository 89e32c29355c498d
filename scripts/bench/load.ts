/** Loads a server with wrk. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withCpu } from './process-usage.ts';
import { run, type Server } from './processes.ts';
import type { Sample } from './rounds.ts';
import type { Workspace } from './workspace.ts';

export interface Load {
  readonly server: Server;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
  /** `MiB/s` for large responses, which are incomplete at the end. */
  readonly unit: 'requests/s' | 'MiB/s';
}

/** Throws if a response is an error, which takes less time than a result. */
export async function load(workspace: Workspace, options: Load): Promise<Sample> {
  const { server, headers, connections, seconds, unit } = options;
  const url = server.url + options.path;
  const script = path.join(workspace.folder, 'report.lua');
  await writeFile(script, reportInJson);
  const head = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  // wrk accepts only whole seconds; on SIGINT, it prints its report immediately.
  const settings = ['-t1', `-c${connections}`, `-d${Math.ceil(seconds) + 5}`, '--timeout', '30s', '-s', script];
  const { result, cpu } = await withCpu(server.pid, () =>
    run('wrk', [...settings, ...head, url], { interruptAfter: seconds }),
  );
  const report = JSON.parse(/^report (.*)$/m.exec(result)?.[1] ?? '{}') as Report;
  if (report.errors > 0 || !(report.bytes > 0)) {
    throw new Error(`${report.errors} of ${report.requests} requests to ${url} failed:\n${result}`);
  }
  const amount = unit === 'MiB/s' ? report.bytes / 1024 ** 2 : report.requests;
  return { value: amount / (report.microseconds / 1e6), cpu: cpu && cpu / amount };
}

type Report = Readonly<Record<'requests' | 'bytes' | 'microseconds' | 'errors', number>>;

const reportInJson = `
done = function(summary)
  local e = summary.errors
  io.write(string.format('report {"requests": %d, "bytes": %d, "microseconds": %d, "errors": %d}\\n',
    summary.requests, summary.bytes, summary.duration, e.connect + e.read + e.write + e.status + e.timeout))
end
`;

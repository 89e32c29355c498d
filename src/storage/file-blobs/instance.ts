import { hostname } from 'node:os';

const host = encodeURIComponent(hostname());
const startedAt = Math.floor(performance.timeOrigin);

/** The name of this process's staging folder: it tells others, on this machine and elsewhere, whose files are in it. */
export const ownInstance = `${host}.${process.pid}.${startedAt}`;

/**
 * Whether the process behind a staging folder has certainly ended. Of processes on other machines nobody can tell; and
 * one that has our own process id, but another start, has ended even though there is a process with that id.
 */
export function hasEnded(instance: string): boolean {
  const [, instanceHost, pid = ''] = /^(.+)\.([1-9]\d*)\.\d+$/.exec(instance) ?? [];
  if (instanceHost !== host || instance === ownInstance) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Any other error, such as EPERM, says that there is a process.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Logs which packages are read again after an upgrade. */
import type { RereadStep } from '../registry/reread-packages.ts';
import type { Log } from './log.ts';

/** In milliseconds: the minimum time between two lines about the progress. */
const minute = 60_000;

/** Returns a function that logs the first and the last package of an ecosystem, and the progress once a minute. */
export function createRereadLog(log: Log): (step: RereadStep) => void {
  let lastLine = -Infinity;
  return ({ ecosystem, done, total, title, registry, outcome }) => {
    const facts = { registry, package: title };
    if (outcome.result === 'rejected')
      log.warn({ ...facts, reason: outcome.reason }, 'this version rejects a stored package, which stays as it is');
    if (outcome.result === 'failed') log.error({ ...facts, err: outcome.error }, 'cannot read a stored package again');
    const now = performance.now();
    if (done > 1 && done < total && now - lastLine < minute) return;
    lastLine = now;
    log.info({ ecosystem, done, total }, 'reads packages of an earlier version again');
  };
}

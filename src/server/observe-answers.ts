/** Logs every answer, and counts those that broke the contract. */
import type { AnswerEvent, Observe } from '../contract/deliver.ts';
import type { Log } from './log.ts';

export interface Observed {
  readonly observe: Observe;
  /** How many answers were seen to break the contract since the start. */
  violations(): number;
}

export function observeAnswers(log: Log): Observed {
  let violations = 0;
  const observe: Observe = (event) => {
    const line = { ...described(event) };
    if (event.violations) {
      violations += 1;
      log.error({ ...line, violations: event.violations, violationsSoFar: violations }, 'an answer broke the contract');
    } else if (event.error !== undefined && !hasGone(event.error)) log.error({ ...line, err: event.error }, 'failed');
    else log.info(line, 'answered');
  };
  return { observe, violations: () => violations };
}

function described({ request, operationId, status }: AnswerEvent): object {
  return { method: request.method, path: pathOf(request.url ?? ''), operationId, status };
}

/** Without the query, and without what stands before the path of a whole URL: clients put secrets into both. */
function pathOf(url: string): string {
  const path = url.startsWith('/') || !URL.canParse(url) ? url : new URL(url).pathname;
  return path.replace(/[?#].*/s, '');
}

/** A client that hangs up is no failure of ours. */
function hasGone(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'EPIPE'].includes(code);
}

/** Logs every response, and counts those that violated the contract. */
import type { Socket } from 'node:net';
import type { ReplyEvent, Observe } from '../contract/replies/deliver.ts';
import { requestIdOf } from '../contract/request-id.ts';
import type { Exchanges } from './exchanges.ts';
import type { Refused } from './http-server.ts';
import type { Log } from './log.ts';

export interface Observed {
  readonly observe: Observe;
  /** Returns the number of checked responses that violated the contract since the start. */
  violations(): number;
}

export function observeReplies(log: Log, exchanges: Exchanges): Observed {
  let violations = 0;
  const observe: Observe = (event) => {
    if (event.violations) {
      violations += 1;
      const line = { ...described(event), violations: event.violations, violationsSoFar: violations };
      log.error(line, 'a response violated the contract');
      return;
    }
    const { response, error } = event;
    const report = (): void => {
      const line = { ...described(event), ...measured(event, exchanges) };
      if (error !== undefined && !hasGone(error)) log.error({ ...line, err: error }, 'failed');
      else log.info(line, 'responded');
    };
    // The number of sent bytes is final when the response is closed.
    if (response.closed) report();
    else response.once('close', report);
  };
  return { observe, violations: () => violations };
}

/** Logs a response to malformed HTTP or to CONNECT, which has no more than this. */
export function logRefused(log: Log, { requestId, socket, status, detail }: Refused): void {
  const { remoteAddress, bytesRead } = socket as Partial<Socket>;
  log.info({ requestId, status, remoteAddress, bytesIn: bytesRead, reason: detail }, 'responded');
}

function described({ request, operationId, path, status, caller }: ReplyEvent): object {
  return {
    requestId: requestIdOf(request),
    method: request.method,
    path: pathOf(path ?? request.url ?? ''),
    operationId,
    status,
    token: caller?.id,
  };
}

/** `complete` is false if the client disconnected before the response was sent. */
function measured({ response }: ReplyEvent, exchanges: Exchanges): object {
  const { duration = 0, bytesIn, bytesOut, remoteAddress, clientAddress } = exchanges.of(response) ?? {};
  return {
    remoteAddress,
    clientAddress,
    milliseconds: Math.round(duration * 10) / 10,
    bytesIn,
    bytesOut,
    ...(!response.writableFinished && { complete: false }),
  };
}

/**
 * Returns only the path: clients put secrets into queries, and into the user information of absolute URLs. Tokens are cut
 * out of it, also if the URL is unknown: `npm logout` sends its own there.
 */
function pathOf(url: string): string {
  const whole = url.startsWith('/') || !URL.canParse(url) ? url : new URL(url).pathname;
  const path = whole.replace(/[?#].*/s, '').replaceAll(/larder(?:_[a-z]+)?_[\w-]{43}/g, 'larder_…');
  return path.length > longestPath ? `${path.slice(0, longestPath)}…` : path;
}

/** In characters. */
const longestPath = 500;

/** Returns whether the client disconnected, which is not a failure of the server. */
function hasGone(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'EPIPE'].includes(code);
}

/** Logs the steps of requests at the level `debug`. */
import type { IncomingMessage } from 'node:http';
import { requestIdOf } from '../contract/request-id.ts';
import type { Trace } from '../model/steps.ts';
import type { Log } from './log.ts';

/** Returns the function that is called with each step of a request. */
export type TraceOf = (request: IncomingMessage) => Trace;

/** Returns undefined at higher levels, so that requests do no work for it. The level is constant while a server runs. */
export function debugLog(log: Log): TraceOf | undefined {
  if (!log.isLevelEnabled('debug')) return undefined;
  return (request) => {
    const requestId = requestIdOf(request);
    return ({ name, milliseconds, facts }) =>
      log.debug({ requestId, step: name, milliseconds: Math.round(milliseconds * 10) / 10, ...facts }, name);
  };
}

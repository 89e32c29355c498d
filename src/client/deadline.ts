/** Limits the time in which a request makes no progress. */

export interface Deadline {
  /** Aborted by the caller's signal, or when the time is over. */
  readonly signal: AbortSignal | undefined;
  readonly restart: () => void;
  readonly stop: () => void;
}

/** `timeout` is in milliseconds; without it, the time is unlimited. `request` is for the message of the error. */
export function startDeadline(timeout: number | undefined, signal: AbortSignal | undefined, request: string): Deadline {
  if (timeout === undefined) return { signal, restart: () => undefined, stop: () => undefined };
  const controller = new AbortController();
  const expire = (): void =>
    controller.abort(new DOMException(`${request}: no response within ${timeout} ms.`, 'TimeoutError'));
  let timer = setTimeout(expire, timeout);
  const stop = (): void => clearTimeout(timer);
  const restart = (): void => {
    stop();
    timer = setTimeout(expire, timeout);
  };
  return { signal: AbortSignal.any([controller.signal, ...(signal ? [signal] : [])]), restart, stop };
}

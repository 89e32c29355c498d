/** Decides whether to retry a request, and how long to wait (RFC 9110, section 10.2.3). */

interface Attempted {
  readonly method: string;
  readonly isIdempotent?: boolean;
  readonly isRepeatable?: boolean;
}

/** The idempotent methods (RFC 9110, section 9.2.2) that the contract uses. */
const idempotentMethods = ['GET', 'PUT', 'DELETE'];

/** In milliseconds. If the server requests a longer wait, the caller gets the response. */
const longestWait = 60_000;

/** Returns the milliseconds to wait; undefined if the request is not retried. `attempt` counts from 0. */
export function waitBeforeRetry(response: Response, attempt: number, attempted: Attempted): number | undefined {
  if (!mayBeSentAgain(response, attempted)) return undefined;
  const asked = askedWait(response.headers);
  // With jitter, so that clients that were rejected together do not retry together.
  const wait = asked === undefined ? (0.5 + Math.random() / 2) * 500 * 2 ** attempt : asked * (1 + Math.random() / 10);
  return asked !== undefined && asked > longestWait ? undefined : wait;
}

function mayBeSentAgain(response: Response, { method, isIdempotent, isRepeatable = true }: Attempted): boolean {
  if (!isRepeatable) return false;
  // A request over the rate limit was not processed.
  if (response.status === 429) return true;
  if (response.status !== 503) return false;
  // `Retry-After` means that the request was not processed.
  return isIdempotent === true || idempotentMethods.includes(method) || response.headers.has('retry-after');
}

/** Reads `Retry-After`, else `RateLimit-Reset`. Each has seconds or a date. */
function askedWait(headers: Headers): number | undefined {
  for (const value of [headers.get('retry-after'), headers.get('ratelimit-reset')]) {
    const wait = /^\d+$/.test(value ?? '') ? Number(value) * 1000 : Date.parse(value ?? '') - Date.now();
    if (!Number.isNaN(wait)) return Math.max(wait, 0);
  }
  return undefined;
}

/** Rejects with the signal's reason when it is aborted. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      // The caller may abort with a reason of any type, as in `fetch`.
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** When a request may be sent again, and how long to wait before (RFC 9110, section 10.2.3). */

interface Attempted {
  readonly method: string;
  readonly isIdempotent?: boolean;
  readonly isRepeatable?: boolean;
}

/** RFC 9110, section 9.2.2, as far as the contract uses them. */
const idempotentMethods = ['GET', 'PUT', 'DELETE'];

/** A server that asks for more patience than this is left to the caller to ask again. */
const longestWait = 60_000;

/** Milliseconds; undefined where the answer is to be taken as it is. `attempt` counts from 0. */
export function waitBeforeRetry(response: Response, attempt: number, attempted: Attempted): number | undefined {
  if (!mayBeSentAgain(response, attempted)) return undefined;
  const asked = askedWait(response.headers);
  // Spread, so that clients that were turned away together do not come back together.
  const wait = asked === undefined ? (0.5 + Math.random() / 2) * 500 * 2 ** attempt : asked * (1 + Math.random() / 10);
  return asked !== undefined && asked > longestWait ? undefined : wait;
}

function mayBeSentAgain(response: Response, { method, isIdempotent, isRepeatable = true }: Attempted): boolean {
  if (!isRepeatable) return false;
  // A request over the limit was not looked at.
  if (response.status === 429) return true;
  if (response.status !== 503) return false;
  // Whoever names a time means the same request, for which nothing was done.
  return isIdempotent === true || idempotentMethods.includes(method) || response.headers.has('retry-after');
}

/** From `Retry-After`, else from `RateLimit-Reset`: each is seconds from now, or a date. */
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
      // The reason is whatever the caller aborted with, as in `fetch`.
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The options of a client and of its calls, and their checks. */

/** The part of `fetch` that is used. */
export type Fetch = (request: Request) => Promise<Response>;

/** The secret of an access token, or a function that returns the current one; undefined for none. */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

export interface ClientOptions {
  /**
   * The server's base URL, such as `https://packages.example.org`, with an optional path. A trailing slash is ignored.
   */
  readonly baseUrl: string;
  /**
   * The secret of an access token. Without it, only public operations succeed. A function is called for each request, so
   * that tokens can be replaced.
   */
  readonly token?: Token | undefined;
  /** The slug of the organization. Calls without `organization` use it. */
  readonly organization?: string | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** The maximum number of retries after a 429 or 503; 3 by default. */
  readonly retries?: number | undefined;
  /**
   * The maximum time until the response to a request arrives, in milliseconds; unlimited by default. It starts again with
   * each piece of an upload that is sent, except in browsers without `onProgress`, and does not limit downloads.
   */
  readonly timeout?: number | undefined;
  /** Called before each request is sent, also before retries. It may change the headers. */
  readonly onRequest?: ((request: Request) => void | Promise<void>) | undefined;
  /** Called before each pause that precedes a retry. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
}

/** A request that is sent again. */
export interface Retry {
  readonly method: string;
  readonly url: string;
  /** The status of the response: 429 or 503. */
  readonly status: number;
  /** The number of the retry, from 1. */
  readonly attempt: number;
  /** The pause in milliseconds. */
  readonly wait: number;
}

/** The options of every call. */
export interface CallOptions {
  /** Aborts the call, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Additional headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Replaces the `timeout` of the client. */
  readonly timeout?: number | undefined;
}

/** Returns the base URL without slashes at its end. Throws a `TypeError` unless it is one of http or https. */
export function checkedBaseUrl(baseUrl: string): string {
  if (typeof baseUrl !== 'string') {
    throw new TypeError(
      `createLarderClient needs baseUrl, such as "https://packages.example.org"; it got ${String(baseUrl)}.`,
    );
  }
  const { protocol, username, password, search, hash } = URL.canParse(baseUrl) ? new URL(baseUrl) : nowhere;
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new TypeError(
      `baseUrl: ${JSON.stringify(baseUrl)} is not an address. Specify a URL such as http://127.0.0.1:8080`,
    );
  if (username || password || search || hash)
    throw new TypeError('baseUrl cannot have a user, a password, a query or a fragment. Specify `token` instead.');
  return baseUrl.replace(/(?<!\/)\/+$/, '');
}

const nowhere = { protocol: '', username: '', password: '', search: '', hash: '' };

/** Returns a function that returns the current token. Throws a `TypeError` for an invalid one. */
export function tokenSource(token: Token | undefined): () => Promise<string | undefined> {
  if (typeof token !== 'function') checkToken(token);
  return async () => {
    const current = typeof token === 'function' ? await token() : token;
    checkToken(current);
    return current;
  };
}

/** The message does not quote the token. `fetch` would quote an invalid header in its error. */
function checkToken(token: string | undefined): void {
  // RFC 6750, section 2.1.
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError('The token must consist of visible ASCII characters. Remove line breaks and spaces around it.');
  }
}

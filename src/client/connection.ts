/** One server as the rest of the client sees it: sends a request, again where that is safe, and reads its answer. */
import createClient from 'openapi-fetch';
import { takesForm } from '../../generated/answers.ts';
import type { paths } from '../../generated/api.ts';
import type { AnyAnswer } from './answer.ts';
import { fieldsOf, formOf } from './form.ts';
import type { CallOptions, Method } from './methods.ts';
import { checkedPath } from './path-values.ts';
import { readAnswer, type Unread } from './read-answer.ts';
import { pause, waitBeforeRetry } from './retry.ts';
import { encode, type Encoded } from './upload.ts';

/** As the global `fetch`, of which only this is used. */
type Fetch = (request: Request) => Promise<Response>;

export interface ClientOptions {
  /** Where the server is, such as `https://packages.example.org` or one with a path; a slash at its end is ignored. */
  readonly baseUrl: string;
  /** The secret of an access token. Without one only what is open to everyone answers. */
  readonly token?: string | undefined;
  /** Used in place of the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** How often a request may be sent again after a 429 or 503; 3 unless it is given. */
  readonly retries?: number | undefined;
}

export interface Sending extends CallOptions {
  readonly params?: object | undefined;
  /** Goes to this URL instead of the operation's own, and without the token: presigned forms name where they go. */
  readonly url?: string;
  readonly encode?: (() => Promise<Encoded>) | undefined;
  /** True where sending twice does no more than sending once; else the method decides. */
  readonly isIdempotent?: boolean;
  /** False where the body is a stream that is gone once it was sent. */
  readonly isRepeatable?: boolean;
}

export type Connection = (method: Method, path: string, sending: Sending) => Promise<AnyAnswer>;

export function connect({ baseUrl, token, fetch, retries = 3 }: ClientOptions): Connection {
  check(baseUrl, token);
  const client = createClient<paths>({
    baseUrl: baseUrl.replace(/(?<!\/)\/+$/, ''),
    // The contract describes no redirect. Following one would also keep a copy of every body that is sent.
    redirect: 'error',
    pathSerializer: checkedPath,
    ...(token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }),
  });
  // Its types follow from path and method literals, which `methods.ts` has checked by the time that they are texts.
  const send = client.request as unknown as (method: string, path: string, init: object) => Promise<Unread>;

  return async (method, path, sending) => {
    for (let attempt = 0; ; attempt += 1) {
      const unread = await send(method, path, await requestInit(sending, fetch));
      const wait = attempt < retries ? waitBeforeRetry(unread.response, attempt, { method, ...sending }) : undefined;
      if (wait === undefined) return readAnswer(`${method} ${path}`, unread);
      await pause(wait, sending.signal);
    }
  };
}

/** Throws a `TypeError` for what programs without types pass, and for what no header can carry. Never quotes the token. */
function check(baseUrl: string, token: string | undefined): void {
  if (typeof baseUrl !== 'string') {
    throw new TypeError(
      `createLarderClient needs baseUrl, such as "https://packages.example.org"; it is ${String(baseUrl)}.`,
    );
  }
  // RFC 6750, section 2.1, and nothing that `fetch` would put into its own error.
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError('The token must be visible ASCII characters. Remove line ends and spaces around it.');
  }
}

async function requestInit(
  { params, headers, signal, url, encode }: Sending,
  ownFetch: Fetch | undefined,
): Promise<object> {
  const { body, headers: bodyHeaders, fetch = globalFetch, duplex } = (await encode?.()) ?? {};
  return {
    parseAs: 'stream',
    fetch: ownFetch ?? fetch,
    Request: globalThis.Request,
    headers: { ...bodyHeaders, ...headers, ...(url === undefined ? {} : { Authorization: null }) },
    ...(params === undefined ? {} : { params }),
    ...(url === undefined ? {} : { params: { path: {} }, pathSerializer: () => url }),
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined ? {} : { body, bodySerializer: (encoded: unknown) => encoded }),
    ...(duplex === undefined ? {} : { duplex }),
  };
}

/** Looked up for each request, as `Request` is: tests and tracing replace it at any time. */
function globalFetch(request: Request): Promise<Response> {
  return globalThis.fetch(request);
}

/** How the body of a call goes out: a form where the operation takes one, else JSON. */
export function encoderOf(method: Method, path: string, body: object | undefined): Sending['encode'] {
  if (body === undefined) return undefined;
  if (takesForm.includes(`${method} ${path}`)) return () => encode(formOf(fieldsOf(body)));
  return async () => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
}

/** The connection to a server: sends requests, retries them if that is safe, and reads the responses. */
import createClient from 'openapi-fetch';
import { takesForm } from '../../generated/answers.ts';
import type { paths } from '../../generated/api.ts';
import type { AnyAnswer } from './answer.ts';
import { fieldsOf, formOf } from './form.ts';
import type { CallOptions, Method } from './methods.ts';
import { checkedPath } from './path-values.ts';
import { encodeRaw, isRawBody, isStream } from './raw-body.ts';
import { readAnswer, type Unread } from './read-answer.ts';
import { pause, waitBeforeRetry } from './retry.ts';
import { encode, type Encoded } from './upload.ts';

/** The part of `fetch` that is used. */
type Fetch = (request: Request) => Promise<Response>;

export interface ClientOptions {
  /**
   * The server's base URL, such as `https://packages.example.org`, with an optional path. A trailing slash is ignored.
   */
  readonly baseUrl: string;
  /** The secret of an access token. Without it, only public operations succeed. */
  readonly token?: string | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** The maximum number of retries after a 429 or 503; 3 by default. */
  readonly retries?: number | undefined;
}

export interface Sending extends CallOptions {
  readonly params?: object | undefined;
  /** Replaces the operation's URL, and omits the token: presigned forms specify their URL. */
  readonly url?: string;
  readonly encode?: (() => Promise<Encoded>) | undefined;
  /** True if the request is idempotent; by default the method decides. */
  readonly isIdempotent?: boolean;
  /** False if the body is a stream that can be read only once. */
  readonly isRepeatable?: boolean;
}

export type Connection = (method: Method, path: string, sending: Sending) => Promise<AnyAnswer>;

export function connect({ baseUrl, token, fetch, retries = 3 }: ClientOptions): Connection {
  check(baseUrl, token);
  const client = createClient<paths>({
    baseUrl: baseUrl.replace(/(?<!\/)\/+$/, ''),
    // The contract has no redirects. Following them would also keep a copy of every body in memory.
    redirect: 'error',
    pathSerializer: checkedPath,
    ...(token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }),
  });
  // Its types need literal paths and methods, which `methods.ts` has already checked.
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

/** Throws a `TypeError` for values of a wrong type and for an invalid token, which the message does not quote. */
function check(baseUrl: string, token: string | undefined): void {
  if (typeof baseUrl !== 'string') {
    throw new TypeError(
      `createLarderClient needs baseUrl, such as "https://packages.example.org"; it got ${String(baseUrl)}.`,
    );
  }
  // RFC 6750, section 2.1. `fetch` would quote an invalid header in its error.
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError('The token must consist of visible ASCII characters. Remove line breaks and spaces around it.');
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

/** Looked up for each request, like `Request`, because tests and tracing may replace it at any time. */
function globalFetch(request: Request): Promise<Response> {
  return globalThis.fetch(request);
}

/** Encodes the body of a call: as a form if the operation takes one, bytes as they are, else as JSON. */
export function encoderOf(method: Method, path: string, body: unknown): Pick<Sending, 'encode' | 'isRepeatable'> {
  if (body === undefined) return {};
  if (takesForm.includes(`${method} ${path}`))
    return { encode: () => encode(formOf(fieldsOf(Object(body) as object))) };
  if (isRawBody(body)) return { encode: () => encodeRaw(body), isRepeatable: !isStream(body) };
  return { encode: async () => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) };
}

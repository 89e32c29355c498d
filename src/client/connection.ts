/** One server as the rest of the client sees it: sends a request, again where that is safe, and reads its answer. */
import createClient from 'openapi-fetch';
import { takesForm } from '../../generated/answers.ts';
import type { paths } from '../../generated/api.ts';
import type { AnyAnswer } from './answer.ts';
import { formOf } from './form.ts';
import type { CallOptions, Method } from './methods.ts';
import { checkedPath } from './path-values.ts';
import { readAnswer, type Unread } from './read-answer.ts';
import { pause, waitBeforeRetry } from './retry.ts';

export interface ClientOptions {
  /** Where the server is, such as `https://packages.example.org` or one with a path; a slash at its end is ignored. */
  readonly baseUrl: string;
  /** The secret of an access token. Without one only what is open to everyone answers. */
  readonly token?: string | undefined;
  /** Used in place of the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** How often a request may be sent again after a 429 or 503; 3 unless it is given. */
  readonly retries?: number | undefined;
}

/** The body of a request as `fetch` takes it. Made anew for every attempt, because a stream can be read once. */
export interface Encoded {
  readonly body: string | Blob | ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
  /** What `fetch` needs for a stream. */
  readonly duplex?: 'half';
  /** Used in place of the client's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export interface Sending extends CallOptions {
  readonly params?: object | undefined;
  /** Goes to this URL instead of the operation's own, and without the token: presigned forms name where they go. */
  readonly url?: string;
  readonly encode?: (() => Encoded) | undefined;
  /** True where sending twice does no more than sending once; else the method decides. */
  readonly isIdempotent?: boolean;
  /** False where the body is a stream that is gone once it was sent. */
  readonly isRepeatable?: boolean;
}

export type Connection = (method: Method, path: string, sending: Sending) => Promise<AnyAnswer>;

export function connect({ baseUrl, token, fetch, retries = 3 }: ClientOptions): Connection {
  const client = createClient<paths>({
    baseUrl: baseUrl.replace(/(?<!\/)\/+$/, ''),
    // The contract describes no redirect. Following one would also keep a copy of every body that is sent.
    redirect: 'error',
    pathSerializer: checkedPath,
    ...(token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  });
  // Its types follow from path and method literals, which `methods.ts` has checked by the time that they are texts.
  const send = client.request as unknown as (method: string, path: string, init: object) => Promise<Unread>;

  return async (method, path, sending) => {
    for (let attempt = 0; ; attempt += 1) {
      const unread = await send(method, path, requestInit(sending));
      const wait = attempt < retries ? waitBeforeRetry(unread.response, attempt, { method, ...sending }) : undefined;
      if (wait === undefined) return readAnswer(`${method} ${path}`, unread);
      await pause(wait, sending.signal);
    }
  };
}

function requestInit({ params, headers, signal, url, encode }: Sending): object {
  const { body, headers: bodyHeaders, ...streaming } = encode?.() ?? {};
  return {
    parseAs: 'stream',
    headers: { ...bodyHeaders, ...headers, ...(url === undefined ? {} : { Authorization: null }) },
    ...(params === undefined ? {} : { params }),
    ...(url === undefined ? {} : { params: { path: {} }, pathSerializer: () => url }),
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined ? {} : { body, bodySerializer: (encoded: unknown) => encoded }),
    ...streaming,
  };
}

/** How the body of a call goes out: a form where the operation takes one, else JSON. */
export function encoderOf(method: Method, path: string, body: object | undefined): (() => Encoded) | undefined {
  if (body === undefined) return undefined;
  if (takesForm.includes(`${method} ${path}`)) return () => formOf(body);
  return () => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
}

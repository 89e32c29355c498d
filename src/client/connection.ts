/** The connection to a server: sends requests, retries them if that is safe, and reads the responses. */
import createClient from 'openapi-fetch';
import type { paths } from '../../generated/api.ts';
import { version, type OperationFacts } from '../../generated/operations.ts';
import type { AnyAnswer, SentRequest } from './answer.ts';
import { startDeadline } from './deadline.ts';
import { fieldsOf, formOf } from './form.ts';
import { sendsStreams } from './node-builtin.ts';
import { checkedBaseUrl, tokenSource, type CallOptions, type ClientOptions } from './options.ts';
import { checkedPath } from './path-values.ts';
import { encodeRaw, isRawBody, isStream } from './raw-body.ts';
import { readAnswer, type Unread } from './read-answer.ts';
import { pause, waitBeforeRetry } from './retry.ts';
import { encode, type Encode, type Encoded } from './upload.ts';

export interface Sending extends CallOptions {
  readonly params?: object | undefined;
  /** Replaces the operation's URL, and omits the token: presigned forms specify their URL. */
  readonly url?: string;
  readonly encode?: Encode | undefined;
  /** True if the request is idempotent; by default the method decides. */
  readonly isIdempotent?: boolean;
  /** False if the body is a stream that can be read only once. */
  readonly isRepeatable?: boolean;
}

export type Connection = (operation: OperationFacts, sending: Sending) => Promise<AnyAnswer>;

export function connect(options: ClientOptions): Connection {
  const { fetch: ownFetch, retries = 3, onRequest, onRetry } = options;
  const token = tokenSource(options.token);
  const client = createClient<paths>({
    baseUrl: checkedBaseUrl(options.baseUrl),
    // The contract has no redirects. Following them would also keep a copy of every body in memory.
    redirect: 'error',
    pathSerializer: checkedPath,
    // Browsers send their own.
    ...(sendsStreams() ? { headers: { 'User-Agent': `larder-client/${version}` } } : {}),
  });
  // Its types need literal paths and methods, which `methods.ts` has already checked.
  const send = client.request as unknown as (method: string, path: string, init: object) => Promise<Unread>;

  return async (operation, sending) => {
    const { method, path } = operation;
    const { timeout = options.timeout, url } = sending;
    for (let attempt = 0; ; attempt += 1) {
      const deadline = startDeadline(timeout, sending.signal, `${method} ${path}`);
      try {
        const encoded = await sending.encode?.(deadline.restart);
        const sent: Sent = { method, url: '' };
        const fetch = async (request: Request): Promise<Response> => {
          sent.url = request.url;
          await onRequest?.(request);
          // Looked up for each request, because tests and tracing may replace it at any time.
          return await (ownFetch ?? encoded?.fetch ?? globalThis.fetch)(request);
        };
        const secret = url === undefined ? await token() : undefined;
        const init = requestInit({ ...sending, signal: deadline.signal }, encoded, secret);
        const unread = await send(method, path, { ...init, fetch });
        const wait = attempt < retries ? waitBeforeRetry(unread.response, attempt, { method, ...sending }) : undefined;
        if (wait === undefined) return { ...(await readAnswer(operation, unread)), request: sent };
        deadline.stop();
        onRetry?.({ ...sent, status: unread.response.status, attempt: attempt + 1, wait });
        await pause(wait, sending.signal);
      } finally {
        deadline.stop();
      }
    }
  };
}

type Sent = { -readonly [Key in keyof SentRequest]: SentRequest[Key] };

function requestInit(
  { params, headers, signal, url }: Sending,
  { body, headers: bodyHeaders, duplex }: Partial<Encoded> = {},
  token: string | undefined,
): object {
  return {
    parseAs: 'stream',
    Request: globalThis.Request,
    headers: { ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }), ...bodyHeaders, ...headers },
    ...(params === undefined ? {} : { params }),
    ...(url === undefined ? {} : { params: { path: {} }, pathSerializer: () => url }),
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined ? {} : { body, bodySerializer: (encoded: unknown) => encoded }),
    ...(duplex === undefined ? {} : { duplex }),
  };
}

/** Encodes the body of a call: as a form if the operation takes one, bytes as they are, else as JSON. */
export function encoderOf(operation: OperationFacts, body: unknown): Pick<Sending, 'encode' | 'isRepeatable'> {
  if (body === undefined) return {};
  if (operation.body === 'form') {
    return { encode: (onSent) => encode(formOf(fieldsOf(Object(body) as object)), { onSent }) };
  }
  if (isRawBody(body)) return { encode: (onSent) => encodeRaw(body, onSent), isRepeatable: !isStream(body) };
  return { encode: async () => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) };
}

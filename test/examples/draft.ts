/** A request that is not sent yet, so that it can still be changed in one place. */
import type { DescribedOperation } from '../../src/contract/description.ts';
import { credentialHeader } from '../fixtures/credential-header.ts';

export interface Draft {
  /** The values of path parameters, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Sent behind the query, as it is. */
  readonly rawQuery?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  /** The properties of a JSON body, or the parts of a form; undefined where the operation takes no body. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** Sent in place of the body, as it is. */
  readonly content?: string | (() => ReadableStream<Uint8Array>);
}

/** Resolves to the response. If the body was an endless stream, it is cut off after a complete response. */
export async function send(url: string, operation: DescribedOperation, draft: Draft): Promise<Response> {
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(draft.path[name] ?? ''),
  );
  const pairs = new URLSearchParams(draft.query).toString();
  const query = [pairs, draft.rawQuery ?? ''].filter((part) => part !== '').join('&');
  const headers = new Headers({ ...authorization(operation, draft.token), ...draft.headers });
  const { content = encoded(operation, draft.body, headers) } = draft;
  const body = typeof content === 'function' ? content() : content;
  const controller = new AbortController();
  const reply = await fetch(`${url}${path}${query === '' ? '' : `?${query}`}`, {
    method: operation.method,
    headers,
    // If followed, a redirect would be the response of another operation.
    redirect: 'manual',
    signal: controller.signal,
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  });
  if (typeof content !== 'function') return reply;
  const { status, headers: replied } = reply;
  const whole = new Response(await reply.arrayBuffer(), { status, headers: replied });
  controller.abort();
  return whole;
}

/** The media type of an operation's body. */
export function mediaTypeOf({ body }: DescribedOperation): string | undefined {
  return [...(body?.media.keys() ?? [])][0];
}

function encoded(
  operation: DescribedOperation,
  body: Draft['body'],
  headers: Headers,
): string | FormData | File | undefined {
  const type = mediaTypeOf(operation);
  if (body === undefined || type === undefined) return undefined;
  if (type === 'multipart/form-data') return formOf(body);
  if (type === 'application/x-www-form-urlencoded') {
    headers.set('Content-Type', type);
    return new URLSearchParams(
      Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
  }
  // A body of bytes is a form with a file only, until it is sent.
  if (type === '*/*' && body['file'] instanceof File) return body['file'];
  if (!headers.has('Content-Type')) headers.set('Content-Type', type);
  return JSON.stringify(body);
}

/** Files are last, which the contract requires for some forms. */
function formOf(parts: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  const entries = Object.entries(parts);
  for (const [name, value] of entries) if (!(value instanceof File)) form.set(name, String(value));
  for (const [name, value] of entries) if (value instanceof File) form.set(name, value);
  return form;
}

/** In the form of API clients where there are several. */
function authorization({ access: { ways } }: DescribedOperation, token: string | undefined): Record<string, string> {
  const [way] = [...ways.filter(({ scheme }) => !scheme.isPair), ...ways];
  return token === undefined || !way ? {} : { ...credentialHeader(way.scheme, token) };
}

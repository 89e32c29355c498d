/** Requests and responses in HTTP Archive 1.2, the format in which tools exchange them. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Har {
  readonly log: {
    readonly version: string;
    readonly creator: object;
    readonly entries: readonly HarEntry[];
  };
}

/** With the only properties that are read here. */
export interface HarEntry {
  readonly [property: string]: unknown;
  readonly request: {
    readonly [property: string]: unknown;
    readonly url: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
  };
}

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** As much of the body as came. */
  readonly sent: Buffer;
  readonly status: number;
  readonly replied: IncomingHttpHeaders;
  readonly body: Buffer;
}

export function harOf(entries: readonly HarEntry[]): Har {
  return { log: { version: '1.2', creator: { name: 'larder', version: '0' }, entries } };
}

export function entryOf({ method, url, headers, sent, status, replied, body }: Exchange): HarEntry {
  const sizes = { headersSize: -1, cookies: [], httpVersion: 'HTTP/1.1' };
  const query = [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
  const request = { method, url, headers: pairs(headers), queryString: query, bodySize: sent.length, ...sizes };
  const response = { status, statusText: '', headers: pairs(replied), bodySize: body.length, ...sizes };
  return {
    startedDateTime: new Date().toISOString(),
    time: 0,
    request: { ...request, postData: { mimeType: headers['content-type'] ?? '', text: sent.toString() } },
    response: {
      ...response,
      redirectURL: replied.location ?? '',
      content: { size: body.length, mimeType: replied['content-type'] ?? '', text: body.toString() },
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}

function pairs(headers: IncomingHttpHeaders): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one) => ({ name, value: one })));
}

/** Requests of the verification, and their responses as they were received. */
import { createHash } from 'node:crypto';
import type { DescribedOperation } from '../contract/description.ts';
import { fillTemplate } from '../contract/path-template.ts';

export interface Ask {
  readonly method: string;
  /** A path with its query, or a whole URL. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** Undefined for the token of the verification, and null for none. */
  readonly token?: string | null;
}

export interface Exchange {
  /** Such as `GET /healthz`. */
  readonly title: string;
  readonly method: string;
  readonly status: number;
  readonly headers: Headers;
  /** The first bytes of the body. All of it if it has at most `mostBytes`. */
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly sha256: string;
  readonly sha512: string;
  /** The parsed body; undefined if it is not JSON. */
  readonly json: unknown;
  /** Why there is no complete response, whose status is 0. */
  readonly error?: unknown;
}

/** Rejects only if the verification is aborted. */
export type Send = (ask: Ask) => Promise<Exchange>;

/** Larger bodies are hashed, but not kept. */
const mostBytes = 16 * 1024 * 1024;

export interface SenderOptions {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export function createSender({ url: base, token: own, signal }: SenderOptions): Send {
  return async ({ method, url, headers = {}, body, token = own }) => {
    const target = url.startsWith('/') ? base + url : url;
    const timeout = AbortSignal.timeout(longest);
    const title = `${method} ${target.startsWith(base) ? target.slice(base.length) : target}`;
    try {
      const response = await fetch(target, {
        method,
        headers: {
          // The checks compare lengths and digests of the stored bytes.
          'Accept-Encoding': 'identity',
          ...(token === undefined || token === null ? {} : { Authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return { title, method, status: response.status, headers: response.headers, ...(await contentOf(response)) };
    } catch (error) {
      signal?.throwIfAborted();
      const none = { status: 0, headers: new Headers(), bytes: new Uint8Array(), size: 0, json: undefined };
      return { title, method, ...none, sha256: '', sha512: '', error };
    }
  };
}

/** Returns the cause of an error of `fetch` in words. */
export function reasonOf(error: unknown): string {
  const { cause = error } = Object(error) as { readonly cause?: unknown };
  return cause instanceof Error ? cause.message : String(cause);
}

/** In milliseconds. */
const longest = 120_000;

async function contentOf(response: Response): Promise<Pick<Exchange, 'bytes' | 'size' | 'sha256' | 'sha512' | 'json'>> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    sha256.update(piece);
    sha512.update(piece);
    if (size < mostBytes) kept.push(piece);
    size += piece.length;
  }
  const bytes = Buffer.concat(kept);
  const digests = { sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
  return { bytes, size, ...digests, json: size <= mostBytes ? parsed(bytes) : undefined };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** Values of path parameters and of required query parameters by their names. */
export type Values = Readonly<Record<string, string>>;

/** Returns the path of an operation, with its required query parameters; undefined if a value is missing. */
export function pathOf({ path, parameters }: DescribedOperation, values: Values): string | undefined {
  const names = parameters.filter((parameter) => parameter.in === 'path');
  const queries = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  if ([...names, ...queries].some(({ name }) => values[name] === undefined)) return undefined;
  const spanning = new Set(names.filter(({ spansSegments }) => spansSegments).map(({ name }) => name));
  const filled = fillTemplate(
    path,
    (name) => values[name] ?? '',
    (name) => spanning.has(name),
  );
  return queries.reduce((url, { name }) => withQuery(url, name, values[name] ?? ''), filled);
}

/** Returns a URL with another query parameter. */
export function withQuery(url: string, name: string, value: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}

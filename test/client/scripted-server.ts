/** A server that sends the responses of a test, and records the requests. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { createLarderClient, type LarderClient } from '../../src/client/index.ts';
import type { ClientOptions } from '../../src/client/index.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';

export interface Scripted {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON unless it is text. */
  readonly body?: unknown;
}

export interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface ScriptedServer {
  readonly url: string;
  /** In order. */
  readonly asked: readonly Asked[];
  /** A client of it. */
  readonly larder: LarderClient;
}

/** Sends the responses in order, and then always the last one; it stops with the test. */
export async function startScripted(
  script: readonly Scripted[],
  options: Partial<ClientOptions> = {},
): Promise<ScriptedServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void reply(request, response);
  });
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const { status, headers, body: said } = script[Math.min(asked.length, script.length - 1)] ?? { status: 500 };
    asked.push({ method: request.method, url: request.url, headers: request.headers, body });
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'Content-Type': type, ...headers });
    response.end(said === undefined || typeof said === 'string' ? said : JSON.stringify(said));
  };
  const { url, [Symbol.asyncDispose]: close } = await listenLocally(server);
  onTestFinished(close);
  return { url, asked, larder: createLarderClient({ baseUrl: url, token: 'secret', ...options }) };
}

/** The least that a problem must have. */
export function problem(status: number, type = 'internal'): Scripted {
  const words = { title: 'Said so', detail: 'The script says so.', message: 'The script says so.' };
  return { status, body: { type: `urn:larder:problem:${type}`, status, ...words } };
}

/** The form that a request carried. */
export function formIn({ headers, body }: Partial<Asked> = {}): Promise<FormData> {
  const type = headers?.['content-type'] ?? '';
  return new Response(Uint8Array.from(body ?? []), { headers: { 'Content-Type': type } }).formData();
}

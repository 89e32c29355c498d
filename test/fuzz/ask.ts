/** Sends requests on connections that are kept alive, with exactly the given target, which `fetch` would normalize. */
import { Agent, request } from 'node:http';
import type { FilledRequest } from './fill-in.ts';

export interface FuzzReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

export interface Asking extends Disposable {
  ask(filled: FilledRequest): Promise<FuzzReply>;
  /** Requests so far. */
  count(): number;
}

/** In milliseconds; a response that takes longer counts as missing. */
const patience = 10_000;

export function startAsking(url: string): Asking {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);
  let asked = 0;
  const ask = ({ method, target, headers, body }: FilledRequest): Promise<FuzzReply> =>
    new Promise((resolve, reject) => {
      asked += 1;
      const length = body === undefined ? {} : { 'content-length': body.length };
      const options = {
        agent,
        hostname,
        port,
        method,
        path: target,
        headers: { ...length, ...headers },
        timeout: patience,
      };
      const sent = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
        );
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${target} was not answered within ${patience} ms`)));
      sent.on('error', reject);
      sent.end(body);
    });
  return { ask, count: () => asked, [Symbol.dispose]: () => agent.destroy() };
}

/** A proxy in front of a real server that changes its responses, as broken servers and broken proxies would. */
import { createServer, request as send, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';

export interface Passed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Returns another response, or the same. */
export type Break = (reply: Passed, request: IncomingMessage) => Passed;

export interface BreakingProxy extends AsyncDisposable {
  /** Without a slash at its end. Links in responses begin with it. */
  readonly url: string;
  readonly server: TestServer;
  /** Applied to each response from now on. */
  breaks: Break;
  /** Called before a request is passed on; if it returns a response, the server does not get the request. */
  early: (request: IncomingMessage) => Passed | undefined;
}

export async function startBreakingProxy(): Promise<BreakingProxy> {
  const server = await startTestServer();
  const proxy = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const passed = control.early(request) ?? (await passOn(server.url, request, body));
      const { status, headers, body: content } = control.breaks(withLinks(passed, server.url, listening.url), request);
      response.writeHead(status, { ...headers }).end(request.method === 'HEAD' ? '' : content);
    })();
  });
  const listening = await listenLocally(proxy);
  const control: BreakingProxy = {
    url: listening.url,
    server,
    breaks: (reply) => reply,
    early: () => undefined,
    [Symbol.asyncDispose]: async () => {
      await listening[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
  return control;
}

function passOn(server: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Passed> {
  return new Promise((resolve, reject) => {
    const outgoing = send(server + url, { method, headers }, (incoming) => {
      buffer(incoming).then(
        (content) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: content }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Both URLs are those of local ports, and equally long. */
function withLinks({ status, headers, body }: Passed, from: string, to: string): Passed {
  const { link } = headers;
  const isText = /json/.test(String(headers['content-type']));
  return {
    status,
    headers: { ...headers, ...(typeof link === 'string' && { link: link.replaceAll(from, to) }) },
    body: isText ? Buffer.from(body.toString().replaceAll(from, to)) : body,
  };
}

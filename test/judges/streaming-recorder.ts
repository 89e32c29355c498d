/** A proxy that forwards bytes as they arrive, so that a body may stall at the server, and records them. */
import { writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenLocally } from '../fixtures/listen-locally.ts';
import type { Front } from '../examples/example-server.ts';
import { entryOf, harOf, type Exchange } from './har.ts';

/** Writes the record, an HTTP Archive, when it ends. */
export async function startRecorder(target: string, record: string): Promise<Front> {
  const exchanges: Exchange[] = [];
  const server = createServer((from, to) => passOn(from, to, target, (seen) => exchanges.push(seen)));
  const listening = await listenLocally(server);
  return {
    url: listening.url,
    [Symbol.asyncDispose]: async () => {
      await listening[Symbol.asyncDispose]();
      await writeFile(record, JSON.stringify(harOf(exchanges.map(entryOf))));
    },
  };
}

function passOn(from: IncomingMessage, to: ServerResponse, target: string, tell: (seen: Exchange) => void): void {
  const { method = '', url: path = '', headers } = from;
  const url = target + path;
  const [sent, body]: [Buffer[], Buffer[]] = [[], []];
  from.on('data', (piece: Buffer) => sent.push(piece));
  const onwards = request(url, { method, headers }, (reply) => {
    const { statusCode: status = 0, headers: replied } = reply;
    to.writeHead(status, replied);
    reply.on('data', (piece: Buffer) => body.push(piece));
    reply.on('end', () =>
      tell({ method, url, headers, sent: Buffer.concat(sent), status, replied, body: Buffer.concat(body) }),
    );
    reply.pipe(to);
  });
  // After a response, the server may close a connection whose body is incomplete.
  onwards.on('error', () => to.destroy());
  from.pipe(onwards);
}

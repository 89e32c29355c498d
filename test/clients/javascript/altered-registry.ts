/** A proxy that changes packuments, as an attacker between a client and a registry would. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Json } from '../../ecosystems/javascript/npm-wire.ts';
import type { RegistryAddress } from './client.ts';

/** Starts a proxy of a registry. `change` changes each packument that it forwards. It stops when the test has finished. */
export async function alteredRegistry(
  { url, isPrivate }: RegistryAddress,
  change: (packument: Json) => void,
): Promise<RegistryAddress> {
  const proxy = createServer((request, response) => {
    void forward(new URL(request.url ?? '/', url), request, response, change);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  // A server that listens on a port has such an address.
  const { port } = proxy.address() as AddressInfo;
  const address = new URL(url);
  address.port = String(port);
  return { url: address.href, isPrivate };
}

async function forward(
  url: URL,
  { headers }: IncomingMessage,
  response: ServerResponse,
  change: (packument: Json) => void,
): Promise<void> {
  const { authorization = '', accept = '' } = headers;
  const reply = await fetch(url, { headers: { authorization, accept } });
  const body: Json = await reply.json();
  if ('versions' in body) change(body);
  response.writeHead(reply.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
